import { useTexts } from '../page/page-language.js';
import type { Content } from './props.js';

interface KnownNoteProps {
  /** What is known: "Nhà nước đã có ngày sinh của bạn". */
  title: Content;
  /** Which register says so, and as of when. */
  source?: Content;
  children?: Content;
}

/** What the State already knows and hence does not ask again, with its source. */
export function KnownNote(props: KnownNoteProps) {
  const t = useTexts();
  return (
    <div class="known-note">
      <p class="known-note__title">{props.title}</p>
      {props.children ? <div class="known-note__text">{props.children}</div> : null}
      {props.source ? (
        <p class="known-note__source">
          {t('source')}: {props.source}
        </p>
      ) : null}
    </div>
  );
}
