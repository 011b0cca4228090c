import { X509Certificate } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { textIn } from '#lib/web';
import type { AuthenticatorModel } from '../authenticator-model.entity.js';

export type ModelField = 'aaguid' | 'name' | 'roots';
export type TypedModel = Record<ModelField, string>;
export type ReadModel = Pick<AuthenticatorModel, 'aaguid' | 'name' | 'rootCertificates'>;

const mostRoots = 20;
const zeros = '00000000-0000-0000-0000-000000000000';
const pem = /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/g;

/**
 * What was typed, and either the model it makes or the boxes to mend: an AAGUID that is a UUID other than zero, a name
 * of 1 to 100 characters, and 1 to 20 certificates of authorities in PEM and nothing else.
 */
export function readModel(
  body: unknown,
):
  | { typed: TypedModel; model: ReadModel; wrong: [] }
  | { typed: TypedModel; model?: never; wrong: ModelField[] } {
  const typed = {
    aaguid: textIn(body, 'aaguid').toLowerCase(),
    name: textIn(body, 'name'),
    roots: textIn(body, 'roots'),
  };
  const rootCertificates = typed.roots.match(pem) ?? [];
  const wrong: Record<ModelField, boolean> = {
    aaguid: !isUuid(typed.aaguid) || typed.aaguid === zeros,
    name: typed.name === '' || typed.name.length > 100,
    roots:
      rootCertificates.length === 0 ||
      rootCertificates.length > mostRoots ||
      typed.roots.replace(pem, '').trim() !== '' ||
      !rootCertificates.every(isAuthority),
  };
  if (Object.values(wrong).some(Boolean))
    return { typed, wrong: (Object.keys(wrong) as ModelField[]).filter((field) => wrong[field]) };
  return { typed, model: { aaguid: typed.aaguid, name: typed.name, rootCertificates }, wrong: [] };
}

function isAuthority(certificate: string): boolean {
  try {
    return new X509Certificate(certificate).ca;
  } catch {
    return false;
  }
}
