/** A few shortcuts in one line, such as what is searched for most. */
export function QuickLinks(props: { label: string; links: { text: string; href: string }[] }) {
  return (
    <nav class="quick-links" aria-label={props.label}>
      <ul>
        {props.links.map((link) => (
          <li>
            <a href={link.href}>{link.text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
