import type { RecordReading, RecordSection } from '#lib/web';
import { deviceKeyWords, deviceName } from '../own-sessions/device-name.js';
import { placeName } from '../own-sessions/place-name.js';
import { sessionsOf } from '../own-sessions/sessions-of.js';
import { passkeysOf } from '../passkey/passkeys-of.js';
import { RiskEvent } from '../passkey/risk-event.entity.js';
import { Recovery } from '../recovery/recovery.entity.js';
import { provider, writerIn } from './reading.js';
import { ownRecordTexts } from './texts.js';

/** What opens the account, from where it was opened, and what happened on the way. */
export async function ownAccess(reading: RecordReading): Promise<RecordSection[]> {
  const { tx, platform, personId, language } = reading;
  const t = ownRecordTexts(language);
  const write = writerIn(language);
  const place = (network: string) => write.fact('network', network, (each) => placeName(language, each));
  const passkeys = await passkeysOf(tx, 'portal', personId);
  const sessions = await sessionsOf(tx, platform, 'portal', personId);
  const devices: { device: string; network: string; at: Date }[] = await tx.query(
    `SELECT device, network, last_seen_at AS at FROM identity.known_device
      WHERE audience = 'portal' AND owner_id = $1 ORDER BY last_seen_at DESC, device, network`,
    [personId],
  );
  const bound: { issuer: string; subject: string; by: 'id-number' | 'counter'; at: Date }[] = await tx.query(
    `SELECT issuer, subject, bound_by AS by, bound_at AS at FROM identity.federated_identity
      WHERE person_id = $1 ORDER BY bound_at`,
    [personId],
  );
  const recoveries = await tx
    .getRepository(Recovery)
    .find({ where: { personId }, order: { startedAt: 'ASC' } });
  const risks = await tx
    .getRepository(RiskEvent)
    .find({ where: { audience: 'portal', ownerId: personId }, order: { at: 'ASC' } });
  return [
    write.section(
      'passkeys',
      passkeys.map(({ name, createdAt, lastUsedAt, backedUp, aaguid, transports, signCount }) => [
        write.fact('name', name ?? t('unnamed'), String),
        write.time('createdAt', createdAt),
        write.time('lastUsedAt', lastUsedAt),
        write.fact('backedUp', backedUp, (synced) => t(`backedUp-${synced}`)),
        write.text('model', aaguid),
        write.fact('transports', transports, (each) => each.join(', ')),
        write.fact('signCount', Number(signCount), String),
      ]),
    ),
    write.section(
      'sessions',
      sessions.map((session) => [
        write.fact('device', session.userAgent, (agent) => deviceName(language, agent)),
        place(session.network),
        write.fact('authenticatedBy', session.authenticatedBy, (by) => t(`authenticatedBy-${by}`)),
        write.time('signedInAt', session.createdAt),
        write.time('authenticatedAt', session.authenticatedAt),
        write.time('lastSeenAt', session.lastSeenAt),
        write.time('expiresAt', session.expiresAt),
      ]),
    ),
    write.section(
      'devices',
      devices.map(({ device, network, at }) => [
        write.fact('device', device, (each) => deviceKeyWords(language, each)),
        place(network),
        write.time('lastSeenAt', at),
      ]),
    ),
    write.section(
      'identitiesElsewhere',
      bound.map(({ issuer, subject, by, at }) => [
        provider(reading, issuer),
        write.text('subject', subject),
        write.fact('boundBy', by, (each) => t(`boundBy-${each}`)),
        write.time('boundAt', at),
      ]),
    ),
    write.section(
      'recoveries',
      recoveries.map((recovery) => [
        write.time('startedAt', recovery.startedAt),
        write.time('readyAt', recovery.readyAt),
        write.time('expiresAt', recovery.expiresAt),
        write.time('endedAt', recovery.endedAt),
        write.fact('endedBy', recovery.endedBy, (by) => t(`endedBy-${by}`)),
      ]),
    ),
    write.section(
      'riskEvents',
      risks.map(({ at, kind, facts }) => [
        write.time('at', at),
        write.fact('what', kind, (each) => t(`risk-${each}`)),
        write.fact('details', facts, (each) =>
          Object.entries(each)
            .map((pair) => pair.join(': '))
            .join(', '),
        ),
      ]),
    ),
  ];
}
