import type { Content } from './props.js';

export interface Fact {
  /** What it is: "Thời hạn". */
  term: Content;
  /** The answer in a few words: "1 ngày làm việc". */
  value: Content;
  /** What else to know: "nộp sau 15 giờ: ngày kế tiếp". */
  note?: Content;
}

/** The few facts a person came for, before anything else. */
export function Facts(props: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {props.facts.map((fact) => (
        <div class="facts__item">
          <dt>{fact.term}</dt>
          <dd>
            {fact.value}
            {fact.note ? <span class="facts__note">{fact.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
