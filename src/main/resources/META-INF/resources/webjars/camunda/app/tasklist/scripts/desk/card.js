// The ticket card: what an agent needs to decide, on one screen.
import { element, block, folded, replaceContent, written } from './dom.js';
import { text } from './messages.js';
import { moment, day, size } from './format.js';
import { Conversation } from './conversation.js';
import { Clock } from './clock.js';
import { priority } from './priority.js';
import { instructions } from './instructions.js';
import { resemblances } from './resemblances.js';

export class Card {
  #place;
  #step;
  #api;
  #conversation;
  #clock;
  #notice = element('p', { class: 'desk-notice', role: 'status', hidden: true });

  /** @param step the form that the card stands on, its data-step */
  constructor(place, step, api, draft) {
    this.#place = place;
    this.#step = step;
    this.#api = api;
    this.#conversation = new Conversation(api, draft, content => this.refresh(content));
    this.#clock = new Clock();
  }

  draw(content) {
    replaceContent(this.#place,
      head(content.ticket, this.#notice),
      element('div', { class: 'desk-side' },
        this.#clock.node,
        resemblances(content.incidents ?? []),
        priority(content.ticket, content.proposal, this.#step),
        instructions(content.instructions ?? [], this.#step)),
      element('div', { class: 'desk-main' },
        facts(content.ticket),
        this.#files(content.files ?? []),
        this.#conversation.node));
    this.refresh(content);
  }

  /** Conversation and clock only: nothing the agent is typing in moves. */
  refresh(content) {
    this.#conversation.show(content.conversation ?? []);
    this.#clock.show(content.clock);
  }

  enable(taken) {
    // A note helps whoever works on the ticket; an answer to the customer is for the one who took it.
    this.#conversation.enable({ reply: taken, note: true });
    this.#notify(taken ? null : text('takeFirst'));
  }

  gone() {
    this.#conversation.enable({ reply: false, note: false });
    this.#notify(text('taskGone'));
  }

  #notify(message) {
    this.#notice.hidden = message === null;
    this.#notice.textContent = message ?? '';
  }

  #files(files) {
    if (files.length === 0) {
      return null;
    }
    return block('files', text('files', { count: files.length }),
      element('ul', {}, ...files.map(file => element('li', {},
        element('a', { href: this.#api.file(file.key), download: file.name, title: text('download', file) }, file.name),
        element('span', { class: 'desk-quiet' }, ` ${size(file.size)}`)))));
  }
}

function head(ticket, notice) {
  const chips = [
    chip(ticket.priority ? `${text('priority')} ${ticket.priority}` : null, `desk-chip-${ticket.priority}`),
    chip(ticket.typeLabel), chip(ticket.serviceLabel), chip(ticket.channelLabel), chip(ticket.statusLabel)
  ];
  return element('header', { class: 'desk-head' },
    notice,
    element('div', { class: 'desk-chips' }, element('span', { class: 'desk-number' }, ticket.number), ...chips),
    element('h3', { dir: 'auto' }, ticket.subject),
    element('p', { class: 'desk-quiet' },
      text('registered', { when: moment(ticket.registeredAt) }),
      ticket.follows ? ` · ${text('follows', { number: ticket.follows })}` : null),
    customer(ticket.customer));
}

function chip(label, name = '') {
  return label ? element('span', { class: `desk-chip ${name}` }, label) : null;
}

function customer(person) {
  if (!person) {
    return null;
  }
  return element('p', { class: 'desk-customer' },
    element('strong', {}, `${text('customer')}: `),
    [person.name, person.email, person.language === 'en' ? text('languageEn') : text('languageRu'),
      person.licensedUntil ? text('licensedUntil', { date: day(person.licensedUntil) }) : text('noLicence')]
      .filter(Boolean).join(' · '));
}

function facts(ticket) {
  const problem = ticket.type === 'PROBLEM';
  return block('facts', text('description'),
    written(ticket.description || text('notGiven')),
    folded(text('quoted'), ticket.quoted),
    ...['steps', 'expected', 'actual'].flatMap(name => problem || ticket[name]
      ? [element('h5', {}, text(name)), ticket[name] ? written(ticket[name]) : missing()] : []));
}

function missing() {
  return element('p', { class: 'desk-missing' }, text('notGiven'));
}
