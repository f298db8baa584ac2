// One box to write in: a reply that the customer gets, or a note that the customer never sees.
import { element } from './dom.js';
import { text } from './messages.js';

const TEXTS = {
  reply: { tab: 'replyTab', hint: 'replyHint', send: 'sendReply', sent: 'replySent' },
  note: { tab: 'noteTab', hint: 'noteHint', send: 'sendNote', sent: 'noteSaved' }
};

export class MessageBox {
  #input;
  #button;
  #status;
  #texts;
  #draft;
  #send;
  #allowed = true;

  constructor(kind, draft, send) {
    this.kind = kind;
    this.#draft = draft;
    this.#send = send;
    this.#texts = TEXTS[kind];
    this.tab = element('button', { type: 'button', class: 'desk-tab' }, text(this.#texts.tab));
    this.#input = element('textarea', {
      class: 'form-control', rows: '3', 'aria-label': text(this.#texts.tab), 'aria-describedby': `desk-${kind}-hint`
    });
    this.#button = element('button', { type: 'button', class: 'btn btn-default', title: text('sendKeys') },
      text(this.#texts.send));
    this.#status = element('span', { class: 'desk-status', role: 'status' });
    this.node = element('div', { class: `desk-box desk-box-${kind}` },
      this.#input,
      element('p', { class: 'desk-hint', id: `desk-${kind}-hint` }, text(this.#texts.hint)),
      element('div', { class: 'desk-box-foot' }, this.#button, this.#status));
    this.#listen();
  }

  choose(chosen) {
    this.node.hidden = !chosen;
    this.tab.setAttribute('aria-pressed', chosen);
  }

  enable(allowed) {
    this.#allowed = allowed;
    this.#lock(!allowed);
  }

  #lock(locked) {
    this.#input.disabled = locked;
    this.#button.disabled = locked;
  }

  #listen() {
    this.#input.value = this.#draft.get(this.kind) ?? '';
    this.#input.addEventListener('input', () => this.#draft.put(this.kind, this.#input.value));
    this.#button.addEventListener('click', () => this.#submit());
    this.#input.addEventListener('keydown', event => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.#submit();
      }
    });
    // In Tasklist Ctrl+Enter anywhere in a form completes the task; in these boxes it sends the message.
    this.#input.addEventListener('keypress', event => event.ctrlKey && event.stopPropagation());
  }

  async #submit() {
    const message = this.#input.value.trim();
    if (message === '') {
      this.#say(text('emptyMessage'), true);
      this.#input.focus();
      return;
    }
    this.#lock(true);
    this.#say(text('sending'), false);
    try {
      await this.#send(message);
      this.#input.value = '';
      this.#draft.put(this.kind, '');
      this.#say(text(this.#texts.sent), false);
    } catch (failure) {
      this.#say(failure.message, true);
    } finally {
      this.#lock(!this.#allowed);
      this.#input.focus();
    }
  }

  #say(message, failed) {
    this.#status.textContent = message;
    this.#status.classList.toggle('desk-error', failed);
  }
}
