/** The star in the middle of a Đông Sơn bronze drum: fourteen rays within a ring. Decoration, never the only sign. */
export function DrumStar(props: { class?: string | undefined }) {
  return (
    <svg class={props.class} viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="19" fill="none" stroke="currentColor" stroke-width="1.2" />
      <polygon points={starPoints(14, 16.6, 7.2, 20)} fill="currentColor" />
      <circle cx="20" cy="20" r="3" class="drum-star__eye" />
    </svg>
  );
}

/** Corners of a star around (centre, centre), the first ray upwards, for `points`. */
export function starPoints(rays: number, outer: number, inner: number, centre: number): string {
  return Array.from({ length: 2 * rays }, (_, corner) => {
    const radius = corner % 2 === 0 ? outer : inner;
    const angle = (Math.PI * corner) / rays - Math.PI / 2;
    return `${(centre + radius * Math.cos(angle)).toFixed(1)},${(centre + radius * Math.sin(angle)).toFixed(1)}`;
  }).join(' ');
}
