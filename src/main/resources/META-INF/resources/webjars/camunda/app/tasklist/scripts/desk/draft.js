// What an agent has typed for a task survives a reload, another task in between, and a lost session.
// It lives in this browser tab only and belongs to the agent who typed it.

export class Draft {
  #key;

  constructor(taskId, agent = '') {
    this.#key = `desk-draft:${agent}:${taskId}`;
  }

  get(name) {
    return this.#read()[name];
  }

  put(name, value) {
    this.#write({ ...this.#read(), [name]: value });
  }

  forget() {
    sessionStorage.removeItem(this.#key);
  }

  #read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key)) ?? {};
    } catch {
      return {};
    }
  }

  #write(values) {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(values));
    } catch {
      // A full or blocked storage costs the draft, not the work.
    }
  }
}
