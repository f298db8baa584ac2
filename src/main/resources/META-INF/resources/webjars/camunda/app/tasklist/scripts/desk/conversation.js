// The conversation, and the two boxes that add to it without completing the task.
import { element, block, folded, replaceContent, written } from './dom.js';
import { text } from './messages.js';
import { moment } from './format.js';
import { MessageBox } from './message-box.js';

export class Conversation {
  #list = element('ol', { class: 'desk-messages', tabindex: '0', 'aria-label': text('conversation') });
  #boxes;
  #shown = -1;

  constructor(api, draft, refresh) {
    // What was sent is sent: a refresh that fails must not look like a failed reply and be sent twice.
    const sent = () => api.card().then(refresh, () => {});
    this.#boxes = [
      new MessageBox('reply', draft, message => api.reply(message).then(sent)),
      new MessageBox('note', draft, message => api.note(message).then(sent))
    ];
    const tabs = this.#boxes.map(box => box.tab);
    this.#boxes.forEach(box => box.tab.addEventListener('click', () => this.#choose(box)));
    this.node = block('conversation', text('conversation'), this.#list,
      element('div', { class: 'desk-tabs', role: 'group' }, ...tabs),
      ...this.#boxes.map(box => box.node));
    this.#choose(this.#boxes[0]);
  }

  show(messages) {
    replaceContent(this.#list, ...messages.map(message => item(message)));
    if (messages.length === 0) {
      replaceContent(this.#list, element('li', { class: 'desk-quiet' }, text('noMessages')));
    }
    if (messages.length !== this.#shown) {
      this.#shown = messages.length;
      // The newest message is the one to read; after layout, because the list has no height before it.
      requestAnimationFrame(() => (this.#list.scrollTop = this.#list.scrollHeight));
    }
  }

  enable(allowed) {
    this.#boxes.forEach(box => box.enable(allowed[box.kind]));
  }

  #choose(chosen) {
    this.#boxes.forEach(box => box.choose(box === chosen));
  }
}

function item(message) {
  const byMail = message.authorKind === 'CUSTOMER' && message.channel === 'EMAIL';
  const marks = [message.internal ? text('internal') : null, byMail ? text('byMail') : null,
    message.outsidePanel ? text('outsidePanel') : null];
  return element('li', { class: `desk-message desk-from-${message.internal ? 'note' : message.authorKind.toLowerCase()}` },
    element('p', { class: 'desk-message-head' },
      element('strong', {}, message.author),
      ` · ${message.authorKind === 'CUSTOMER' ? text('customer').toLowerCase() : message.kindLabel} · `,
      element('time', { datetime: message.at }, moment(message.at)),
      ...marks.filter(Boolean).map(mark => element('span', { class: 'desk-mark' }, mark))),
    written(message.text),
    folded(text('quoted'), message.quoted));
}
