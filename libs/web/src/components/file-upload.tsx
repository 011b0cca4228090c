import { usePageLanguage, useTexts } from '../page/page-language.js';
import { classNames } from './class-names.js';
import { describedBy } from './described-by.js';
import { LabelledField } from './form-group.js';
import type { Content, FieldProps } from './props.js';

export interface FileUploadProps extends FieldProps {
  /** Media types or endings, such as `image/jpeg,.pdf`. A help for the person, not a check. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  /** Opens the camera on a phone. */
  capture?: 'environment' | 'user' | undefined;
  /** The plain control of the browser, in the browser's language. Default: ours, in the page's. */
  plain?: boolean | undefined;
}

/** A file from the person's machine. The form needs `enctype="multipart/form-data"`. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name;
  const input = (
    <input
      class={classNames('govuk-file-upload', props.class, Boolean(props.error) && 'govuk-file-upload--error')}
      id={id}
      name={props.name}
      type="file"
      accept={props.accept}
      capture={props.capture}
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedBy(id, props)}
      {...props.attributes}
    />
  );
  return (
    <LabelledField id={id} field={props}>
      {props.plain ? input : <Enhanced>{input}</Enhanced>}
    </LabelledField>
  );
}

function Enhanced(props: { children: Content }) {
  const t = useTexts();
  // The script says these words in English by itself.
  const words =
    usePageLanguage() === 'en'
      ? {}
      : {
          'data-i18n.choose-files-button': t('chooseFile'),
          'data-i18n.no-file-chosen': t('noFileChosen'),
          'data-i18n.multiple-files-chosen.other': t('filesChosen'),
          'data-i18n.drop-instruction': t('orDropFile'),
          'data-i18n.entered-drop-zone': t('enteredDropZone'),
          'data-i18n.left-drop-zone': t('leftDropZone'),
        };
  return (
    <div class="govuk-file-upload-wrapper" data-module="govuk-file-upload" {...words}>
      {props.children}
    </div>
  );
}
