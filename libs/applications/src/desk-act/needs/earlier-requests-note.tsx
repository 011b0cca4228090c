import { formatDateTime } from '#lib/calendar';
import { Checkboxes, InsetText, textsIn } from '#lib/web';
import { itemName } from '../../application/event-reasons.js';
import { texts } from '../texts.js';
import { askedBefore } from './earlier-requests.js';
import { errorOf, type NeedFieldsProps } from './need-part.js';

/** What was asked for before: everything is to be asked for at once, so asking again needs the officer's word. */
export function EarlierRequests(props: NeedFieldsProps) {
  const { file, body, language } = props;
  const before = askedBefore(file);
  const t = texts(language);
  if (before.length === 0) return null;
  return (
    <InsetText>
      <p>{t('asked-lead')}</p>
      <ul>
        {before.map((item) => (
          <li>
            <strong>{itemName(item, file.revision.definition, language)}</strong>: {item.reason}{' '}
            <span class="secondary">
              {t('asked-by', { officer: item.officer, when: formatDateTime(language, item.at) })}
            </span>
          </li>
        ))}
      </ul>
      <Checkboxes
        small
        name="insufficient"
        legend={t('insufficient-legend')}
        legendSize="s"
        values={textsIn(body, 'insufficient')}
        options={[{ id: 'insufficient', value: 'yes', text: t('insufficient') }]}
        error={errorOf(props, 'insufficient')}
      />
    </InsetText>
  );
}
