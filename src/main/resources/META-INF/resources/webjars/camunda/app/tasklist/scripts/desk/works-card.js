// The card of works: what is planned, who was told of it, what was planned before. On a start form: what a plan must keep.
import { element, block, replaceContent, written } from './dom.js';
import { text } from './messages.js';
import { moment } from './format.js';
import { worksPage } from './api.js';

export class WorksCard {
  #place;
  #notice = element('p', { class: 'desk-notice', role: 'status', hidden: true });
  #announcement = element('div', { role: 'status' });

  constructor(place) {
    this.#place = place;
  }

  draw(content) {
    replaceContent(this.#place, ...(content.works ? this.#known(content) : this.#planned(content)));
    this.refresh(content);
  }

  /** Who was told, and what a plan must keep now: nothing the agent is typing in moves. */
  refresh({ works, announcement, earliestStart, noticeHours }) {
    replaceContent(this.#announcement,
      ...(announcement ? told(announcement) : []),
      works && !announcement ? element('p', { class: 'desk-quiet' }, text('nobodyTold')) : null,
      earliestStart ? element('p', {}, text('earliestStart', { when: moment(earliestStart), hours: noticeHours })) : null);
  }

  enable(taken) {
    this.#notify(taken ? null : text('takeWorksFirst'));
  }

  gone() {
    this.#notify(text('taskGone'));
  }

  #notify(message) {
    this.#notice.hidden = message === null;
    this.#notice.textContent = message ?? '';
  }

  #planned({ rules }) {
    return [
      element('div', { class: 'desk-main' },
        block('rules', text('worksRules'), this.#announcement,
          ...rules.map(line => element('p', {}, line)),
          element('p', { class: 'desk-quiet' }, text('localTime', { zone: zone() }))))
    ];
  }

  #known({ works, windows }) {
    return [
      element('header', { class: 'desk-head' },
        this.#notice,
        element('div', { class: 'desk-chips' },
          element('a', { class: 'desk-number', href: worksPage(works.number), target: '_blank' }, works.number),
          chip(works.kindLabel), chip(works.stateLabel), works.interrupts ? chip(text('interrupts')) : null),
        element('h3', {}, works.services),
        element('p', {}, span(works)),
        element('p', { class: 'desk-quiet' }, text('localTime', { zone: zone() }))),
      element('div', { class: 'desk-main' },
        block('facts', text('worksTexts'),
          element('h5', {}, text('inRussian')), written(works.text.russian),
          element('h5', {}, text('inEnglish')), written(works.text.english)),
        internal(works),
        block('announcement', text('announcement'), this.#announcement),
        windows.length > 0
          ? block('windows', text('plans'), element('ol', { class: 'desk-plans' }, ...windows.map(plan)))
          : null)
    ];
  }
}

function chip(label) {
  return label ? element('span', { class: 'desk-chip' }, label) : null;
}

function span({ from, to }) {
  return to ? text('window', { from: moment(from), to: moment(to) }) : text('since', { from: moment(from) });
}

/** What customers do not see. */
function internal({ causeTicket, vulnerability, detectedAt }) {
  const facts = [
    detectedAt ? element('p', {}, text('detected', { when: moment(detectedAt) })) : null,
    causeTicket ? element('p', {}, text('causeTicket', { number: causeTicket })) : null,
    vulnerability ? written(vulnerability) : null
  ].filter(Boolean);
  return facts.length > 0 ? block('cause', text('cause'), ...facts) : null;
}

function told({ queued, sent, failed, finished, lastSent, dueAt, out }) {
  const state = out ? 'allTold' : finished ? 'beingTold' : 'beingQueued';
  return [
    element('p', {}, element('strong', {}, text(state)), ` ${text('mails', { queued, sent, failed })}`),
    element('progress', { max: Math.max(queued, 1), value: sent + failed, 'aria-label': text('announcement') }),
    element('p', { class: 'desk-quiet' },
      [lastSent ? text('lastMail', { when: moment(lastSent) }) : null, text('toldBy', { when: moment(dueAt) })]
        .filter(Boolean).join(' · ')),
    failed > 0 ? element('p', { class: 'desk-error' }, text('mailsFailed')) : null
  ];
}

function plan({ revision, from, to, plannedBy, decision, decidedBy, comment, offPeakReason }) {
  return element('li', { value: revision },
    element('p', {}, span({ from, to }), ` · ${plannedBy}`),
    decision ? element('p', { class: 'desk-quiet' }, `${decision}${decidedBy ? `: ${decidedBy}` : ''}`) : null,
    offPeakReason ? element('p', { class: 'desk-quiet' }, text('busyBecause', { reason: offPeakReason })) : null,
    comment ? written(comment) : null);
}

function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
