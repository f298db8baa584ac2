// Tasklist sorts every list by creation, whatever its filter says, unless the address says otherwise.
// The desk's order is: the highest priority first, then the nearest deadline.
const MOST_URGENT_FIRST = [
  { sortBy: 'priority', sortOrder: 'desc' },
  { sortBy: 'dueDate', sortOrder: 'asc' }
];

/** Puts the desk's order into an address that has none; an order that the agent chose stays. */
export function mostUrgentFirst(location = window.location) {
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?');
  const search = new URLSearchParams(query);
  if (!search.has('sorting')) {
    search.set('sorting', JSON.stringify(MOST_URGENT_FIRST));
    location.replace(`#${path || '/'}?${search}`);
  }
}
