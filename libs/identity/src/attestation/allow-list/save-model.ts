import type { Tx } from '#lib/platform';
import { AuthenticatorModel } from '../authenticator-model.entity.js';

/** Puts a model on the list; the same model again replaces its name and roots. Give a transaction. */
export async function saveModel(tx: Tx, model: AuthenticatorModel): Promise<void> {
  const models = tx.getRepository(AuthenticatorModel);
  await models.delete(model.aaguid);
  await models.insert(model);
}
