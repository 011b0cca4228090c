import type { Language } from '#lib/platform';
import { Button, type Content, Details, FileUpload } from '#lib/web';
import { texts } from './texts.js';

interface UploadFormProps {
  action: string;
  language: Language;
  /** Further fields. */
  children: Content;
}

/** Takes the text from a file. */
export function UploadForm({ action, language, children }: UploadFormProps) {
  const t = texts(language);
  return (
    <Details summary={t('upload')}>
      <form method="post" action={action} enctype="multipart/form-data">
        {children}
        <FileUpload
          name="file"
          label={t('upload-file')}
          hint={t('upload-hint')}
          accept=".yaml,.yml,text/yaml"
        />
        <Button kind="secondary" preventDoubleClick>
          {t('upload-send')}
        </Button>
      </form>
    </Details>
  );
}
