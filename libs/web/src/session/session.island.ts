import type { SessionTime } from '../http/principal.js';

/** How long before the end somebody is told, so that a slow reader has time too (WCAG 2.2, success criterion 2.2.1). */
const noticeMilliseconds = 120_000;

type Part = 'idle' | 'closing' | 'ended';

/** Watches the end of the session for one page: says it is near, offers to stay, and keeps the page when it is over. */
function watch(dialog: HTMLDialogElement, time: SessionTime): void {
  // Date and not performance: a laptop that slept has used up the time too.
  let idleEndsAt = Date.now() + time.idleLeftSeconds * 1000;
  let endsAt = Date.now() + time.leftSeconds * 1000;
  let shown: Part | undefined;
  let dismissed: Part | undefined;
  let timer: ReturnType<typeof setTimeout>;
  // Any other page of this browser that opens, or stays, keeps the same session alive.
  const channel = new BroadcastChannel('session');
  channel.addEventListener('message', ({ data }: MessageEvent<SessionTime>) => renew(data));
  tellOthers(time);

  dialog.querySelector('[data-session-stay]')?.addEventListener('click', () => void stay());
  for (const button of dialog.querySelectorAll('[data-session-close]'))
    button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dismissed = shown;
    shown = undefined;
  });
  document.addEventListener('visibilitychange', look);
  document.addEventListener('submit', keepWhatWasTyped, true);
  look();

  function look(): void {
    clearTimeout(timer);
    const left = Math.min(idleEndsAt, endsAt) - Date.now();
    if (left <= 0) return show('ended');
    if (left <= noticeMilliseconds) show(endsAt < idleEndsAt ? 'closing' : 'idle');
    timer = setTimeout(look, left <= noticeMilliseconds ? left : left - noticeMilliseconds);
  }

  function show(part: Part): void {
    if (part === shown || part === dismissed) return;
    shown = part;
    for (const each of dialog.querySelectorAll<HTMLElement>('[data-session-part]'))
      each.hidden = each.dataset.sessionPart !== part;
    dialog.setAttribute('aria-labelledby', `session-${part}`);
    dialog.setAttribute('aria-describedby', `session-${part}-text`);
    say('[data-session-problem]', false);
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>(`[data-session-part=${part}] .govuk-button`)?.focus();
  }

  async function stay(): Promise<void> {
    const answer = await fetch('/session/extension', { method: 'POST', redirect: 'manual' }).catch(
      () => undefined,
    );
    if (answer?.status === 204) {
      const left = Math.floor((endsAt - Date.now()) / 1000);
      const { idleSeconds } = time;
      const renewed = { idleSeconds, idleLeftSeconds: idleSeconds, leftSeconds: left };
      tellOthers(renewed);
      renew(renewed);
    } else if (answer?.status === 401) {
      idleEndsAt = 0;
      look();
    } else say('[data-session-problem]', true);
  }

  function tellOthers(left: SessionTime): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin alone
    channel.postMessage(left);
  }

  function renew({ idleLeftSeconds, leftSeconds }: SessionTime): void {
    const wasEnded = shown === 'ended' || dismissed === 'ended';
    idleEndsAt = Date.now() + idleLeftSeconds * 1000;
    endsAt = Date.now() + leftSeconds * 1000;
    if (dialog.open) dialog.close();
    shown = dismissed = undefined;
    say('[data-session-news]', wasEnded);
    look();
  }

  /** A form sent now would be answered by the sign-in page, and what was typed would be gone. */
  function keepWhatWasTyped(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (Math.min(idleEndsAt, endsAt) > Date.now() || form.getAttribute('action') === '/sign-out') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    dismissed = undefined;
    show('ended');
  }
}

function say(place: string, whether: boolean): void {
  const element = document.querySelector<HTMLElement>(place);
  if (element) element.textContent = whether ? (element.dataset.words ?? '') : '';
}

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-session]');
if (dialog) watch(dialog, JSON.parse(dialog.dataset.session ?? '{}') as SessionTime);
