// "outcome:ASK,ANSWER; type:PROBLEM" – every named input has one of its values.

export function holds(condition, values) {
  return condition.split(';').every(part => {
    const [name, allowed] = part.split(':').map(piece => piece.trim());
    return allowed.split(',').map(value => value.trim()).includes(values[name]);
  });
}
