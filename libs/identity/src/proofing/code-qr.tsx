import QRCode from 'qrcode';

/** A counter code as a QR code: a scanner at the counter types the digits, and nobody misreads them. */
export function CodeQr({ code, alt }: { code: string; alt: string }) {
  const { modules } = QRCode.create(code.replace(/\D/g, ''), { errorCorrectionLevel: 'M' });
  const dark = Array.from({ length: modules.size ** 2 }, (_, at) =>
    modules.data[at]
      ? `M${(at % modules.size) + quiet},${Math.floor(at / modules.size) + quiet}h1v1h-1z`
      : '',
  );
  const side = modules.size + 2 * quiet;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0,0h${side}v${side}h-${side}z"/><path d="${dark.join('')}"/></svg>`;
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return <img src={image} alt={alt} width="160" height="160" />;
}

/** Modules left white around it (ISO/IEC 18004). */
const quiet = 4;
