/** A code such as `000.00.12.H26-261120-0042`: in a monospaced face, broken only after a hyphen. */
export function CodeText(props: { children: string }) {
  const parts = props.children.split(/(?<=-)/);
  return (
    <span class="code-text">
      {parts.map((part, index) => (
        <>
          {index > 0 ? <wbr /> : null}
          {part}
        </>
      ))}
    </span>
  );
}
