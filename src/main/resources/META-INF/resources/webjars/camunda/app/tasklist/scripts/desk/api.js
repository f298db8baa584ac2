// The desk's own endpoints, same origin, with the session of Tasklist and our CSRF cookie.
import { language, text } from './messages.js';

const CSRF_COOKIE = 'DESK-XSRF';
const CSRF_HEADER = 'X-DESK-XSRF';

/** Why a request failed, in words for the agent. */
export class Failure extends Error {
  constructor(message, { gone = false } = {}) {
    super(message);
    this.gone = gone;
  }
}

/** The card of works: of those behind a task, or of those that a start form begins. */
export class WorksApi {
  #path;
  #parameters;

  constructor(taskId, kind) {
    this.#path = taskId ? `/desk/works/${encodeURIComponent(taskId)}/card` : '/desk/works/plan';
    this.#parameters = taskId ? {} : { kind };
  }

  card() {
    return send(contextPath() + this.#path, this.#parameters, {});
  }
}

/** A page of the desk's own, such as /incidents. */
export function deskPage(path) {
  return contextPath() + path;
}

/** Everything about works, journal included. */
export function worksPage(number) {
  return deskPage(`/works/${encodeURIComponent(number)}`);
}

/** One task's card and what an agent may send from it. */
export class TicketApi {
  #base;

  constructor(taskId) {
    this.#base = `${contextPath()}/desk/tasks/${encodeURIComponent(taskId)}`;
  }

  card() {
    return this.#get('/card', {});
  }

  proposal(facts) {
    return this.#get('/proposal', facts);
  }

  reply(message) {
    return this.#post('/replies', message);
  }

  note(message) {
    return this.#post('/notes', message);
  }

  /** Built from the key and not taken from the card, so that a link can lead nowhere else. */
  file(key) {
    return `${this.#base}/files/${encodeURIComponent(key)}`;
  }

  #get(path, parameters) {
    return send(this.#base + path, parameters, {});
  }

  #post(path, message) {
    return send(this.#base + path, {}, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [CSRF_HEADER]: cookie(CSRF_COOKIE) },
      body: JSON.stringify({ text: message })
    });
  }
}

async function send(address, parameters, options) {
  const query = new URLSearchParams({ ...parameters, lang: language });
  const headers = { Accept: 'application/json', ...options.headers };
  let response;
  try {
    response = await fetch(`${address}?${query}`, { credentials: 'same-origin', ...options, headers });
  } catch {
    throw new Failure(text('noConnection'));
  }
  if (!response.ok || response.redirected) {
    throw new Failure(await reason(response), { gone: response.status === 404 });
  }
  const body = await response.text();
  return body ? JSON.parse(body) : null;
}

async function reason(response) {
  if (response.status === 401 || response.redirected) {
    return text('signedOut');
  }
  const problem = await response.json().catch(() => ({}));
  return problem.errors?.[0]?.message ?? problem.detail
    ?? (response.status === 404 ? text('taskGone') : text('serverFailed', { status: response.status }));
}

function contextPath() {
  const camunda = document.querySelector('base')?.getAttribute('app-root') ?? '';
  return camunda.replace(/\/[^/]*$/, '');
}

function cookie(name) {
  const found = document.cookie.split('; ').find(entry => entry.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
