import { Details } from './details.js';
import type { Content } from './props.js';

interface DueBoxProps {
  /** The date, or that the clock stands: "17:00 thứ Hai 23/11/2026", "Đồng hồ đang dừng". */
  title: Content;
  /** Above the title: "Hạn trả kết quả". */
  term?: Content;
  /** Default `running`. */
  state?: 'running' | 'stopped' | 'late' | 'done' | undefined;
  children?: Content;
  /** How the date was counted, a line a step. */
  explained?: { summary: Content; lines: Content[] } | undefined;
}

/** The legal clock of an application, and how it is counted. */
export function DueBox(props: DueBoxProps) {
  return (
    <div class={`due-box due-box--${props.state ?? 'running'}`}>
      {props.term ? <p class="due-box__term">{props.term}</p> : null}
      <p class="due-box__title">{props.title}</p>
      {props.children ? <div class="due-box__text">{props.children}</div> : null}
      {props.explained ? (
        <Details summary={props.explained.summary}>
          <ol class="due-box__lines">
            {props.explained.lines.map((line) => (
              <li>{line}</li>
            ))}
          </ol>
        </Details>
      ) : null}
    </div>
  );
}
