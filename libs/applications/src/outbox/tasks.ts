import type { TaskList } from 'graphile-worker';
import type { Platform } from '#lib/platform';
import { unassignEnded } from '../assignment/unassign-ended.js';
import { meetDeadline } from '../deadline/meet-deadline.js';
import { type DeadlineNews, sweepDeadlines } from '../deadline/sweep-deadlines.js';
import { sweepConsultations } from '../consultation/sweep-consultations.js';
import { effectTasks } from '../effect/effects.js';
import { handOver } from '../succession/hand-over.js';
import { followUp } from './follow-up.js';
import type { ApplicationNews } from './relay-outbox.js';
import { releaseAbandonedJobs } from './release-abandoned-jobs.js';
import { writeInboxEntry } from './write-inbox-entry.js';

/** The jobs that follow from an application's events, and `release-abandoned-jobs`, to come round every minute. */
export function applicationTasks(platform: Platform): TaskList {
  return {
    'inbox-entry': (payload) => writeInboxEntry(platform, payload as ApplicationNews),
    'follow-up': (payload) => followUp(platform, payload as ApplicationNews),
    deadline: (payload) => meetDeadline(platform, payload as DeadlineNews),
    'sweep-deadlines': async () => {
      await sweepDeadlines(platform);
      await sweepConsultations(platform);
      await unassignEnded(platform);
    },
    ...effectTasks(platform),
    'release-abandoned-jobs': () => releaseAbandonedJobs(platform),
    // After a change of administrative units: what is still with agencies that ended.
    'hand-over': async () => void (await handOver(platform)),
  };
}
