import type { Content } from './props.js';

export interface UploadedFile {
  name: string;
  /** In words: "1,2 MB". */
  size: string;
  /** Where it can be opened. */
  href?: string | undefined;
  /** SHA-256 in hexadecimal: the receipt. */
  digest?: string | undefined;
  /** When it arrived, whether it was scanned. */
  note?: Content;
  /** A form with the button that removes it. */
  remove?: Content;
}

/** Files that have arrived, each with its receipt. */
export function UploadedFiles(props: { files: UploadedFile[]; digestLabel?: string | undefined }) {
  return (
    <ul class="uploaded-files">
      {props.files.map((file) => (
        <li class="uploaded-files__file">
          <div>
            <p class="uploaded-files__name">
              {file.href ? <a href={file.href}>{file.name}</a> : file.name}{' '}
              <span class="uploaded-files__size">{file.size}</span>
            </p>
            {file.note ? <p class="uploaded-files__note">{file.note}</p> : null}
            {file.digest ? (
              <p class="uploaded-files__note">
                {props.digestLabel ?? 'SHA-256'} <span class="code-text code-text--any">{file.digest}</span>
              </p>
            ) : null}
          </div>
          {file.remove}
        </li>
      ))}
    </ul>
  );
}
