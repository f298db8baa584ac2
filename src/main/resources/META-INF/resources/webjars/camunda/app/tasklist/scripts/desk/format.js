// Dates, durations and sizes as a person writes them, in the agent's time zone.
import { language } from './messages.js';

const LOCALE = language === 'en' ? 'en-GB' : 'ru-RU';
const TIME = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const DAY_AND_TIME = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const DATE = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
const UNITS = language === 'en'
  ? { day: 'd', hour: 'h', minute: 'min', second: 's', bytes: ['B', 'KB', 'MB', 'GB'] }
  : { day: 'дн.', hour: 'ч', minute: 'мин', second: 'с', bytes: ['Б', 'КБ', 'МБ', 'ГБ'] };
const SPACE = '\u00a0';

/** "14:30" today, "21 нояб., 14:30" on any other day. */
export function moment(instant) {
  const date = new Date(instant);
  const today = new Date().toDateString() === date.toDateString();
  return (today ? TIME : DAY_AND_TIME).format(date);
}

/** A calendar date; a date without a time is not moved by the time zone. */
export function day(value) {
  const [year, month, date] = String(value).split('T')[0].split('-').map(Number);
  return DATE.format(String(value).includes('T') ? new Date(value) : new Date(year, month - 1, date));
}

/** The two largest units that matter; seconds only in the last ten minutes. */
export function duration(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  if (days > 0) {
    return join([days, UNITS.day], [hours, UNITS.hour]);
  }
  if (hours > 0) {
    return join([hours, UNITS.hour], [minutes, UNITS.minute]);
  }
  return minutes >= 10
    ? join([minutes, UNITS.minute])
    : join([minutes, UNITS.minute], [seconds % 60, UNITS.second]);
}

function join(...parts) {
  return parts.map(([amount, unit]) => `${amount}${SPACE}${unit}`).join(' ');
}

export function size(bytes) {
  const power = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)));
  const amount = bytes / 1024 ** power;
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: power === 0 ? 0 : 1 }).format(amount)
    + SPACE + UNITS.bytes[power];
}
