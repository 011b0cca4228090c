import { type PageContext, SearchBox, SitePage } from '#lib/web';

/** The question the portal asks, and where to answer it. */
export function HomePage({ context }: { context: PageContext }) {
  return (
    <SitePage context={context} title="Cổng dịch vụ công">
      <h1>Bạn cần làm gì hôm nay?</h1>
      <SearchBox action="/procedures" label="Bạn cần làm gì hôm nay?" labelHidden large />
    </SitePage>
  );
}
