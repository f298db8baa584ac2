// The response clock: how much time is left, in words and in colour, and how it was counted.
import { element, block, replaceContent } from './dom.js';
import { text } from './messages.js';
import { duration, moment } from './format.js';

const TICK = 1000;

export class Clock {
  #face = element('div', {});
  #details = element('div', {});
  #state = null;
  #promise = null;
  #last = null;
  #ahead = 0;
  #timer = null;

  node = block('clock', text('clock'), this.#face, this.#details);

  show(clock) {
    if (!clock) {
      this.node.hidden = true;
      return;
    }
    // The agent's computer may be wrong by minutes; the server's time decides.
    this.#ahead = new Date(clock.now) - Date.now();
    this.#promise = clock.next;
    this.#last = clock.promises?.at(-1);
    this.#state = null;
    replaceContent(this.#details, counted(clock));
    this.#tick();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => (this.node.isConnected ? this.#tick() : clearInterval(this.#timer)), TICK);
  }

  #tick() {
    if (!this.#promise) {
      this.#become('stopped', element('p', {}, text('clockStopped')),
        this.#last ? element('p', { class: 'desk-quiet' }, outcome(this.#last)) : null);
      return;
    }
    const now = Date.now() + this.#ahead;
    const { startedAt, warnAt, dueAt } = this.#promise;
    const left = new Date(dueAt) - now;
    const state = left <= 0 ? 'red' : now >= new Date(warnAt) ? 'amber' : 'green';
    if (state !== this.#state) {
      this.#become(state, ...dial(this.#promise, state));
    }
    const whole = new Date(dueAt) - new Date(startedAt);
    this.#face.querySelector('.desk-left').textContent =
      text(left > 0 ? 'left' : 'late', { duration: duration(left) });
    this.#face.querySelector('progress').value = Math.max(0, Math.min(1, 1 - left / whole));
  }

  /** Rebuilt only when the state changes, so that a screen reader hears the change and not every second. */
  #become(state, ...content) {
    if (state === this.#state) {
      return;
    }
    this.#state = state;
    this.node.dataset.state = state;
    replaceContent(this.#face, ...content);
  }
}

function dial(promise, state) {
  const words = { green: 'clockGreen', amber: 'clockAmber', red: 'clockRed' };
  return [
    element('p', { class: 'desk-clock-line' },
      element('strong', { class: 'desk-clock-state', role: 'status' }, text(words[state])),
      element('span', { class: 'desk-left' })),
    element('progress', { max: 1, value: 0, 'aria-label': promise.label }),
    element('p', { class: 'desk-quiet' },
      [promise.label, text('until', { when: moment(promise.dueAt) }), promise.clause].filter(Boolean).join(' · '))
  ];
}

function counted(clock) {
  const promises = clock.promises ?? [];
  const intervals = clock.explanation ?? [];
  if (promises.length === 0 && intervals.length === 0) {
    return null;
  }
  return element('details', {},
    element('summary', {}, text('allPromises')),
    element('ul', {}, ...promises.map(promise => element('li', {}, outcome(promise)))),
    element('ul', {}, ...intervals.map(interval => element('li', {},
      text('interval', {
        from: moment(interval.from), to: interval.to ? moment(interval.to) : text('now'), reason: interval.reason
      }),
      interval.clause ? ` (${interval.clause})` : null))));
}

function outcome(promise) {
  const until = text('until', { when: moment(promise.dueAt) });
  const words = text('promise', { label: promise.label, verdict: promise.verdictLabel, until });
  return promise.clause ? `${words} (${promise.clause})` : words;
}
