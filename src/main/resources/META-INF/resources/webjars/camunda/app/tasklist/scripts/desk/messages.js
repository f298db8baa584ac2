// Every text of the ticket card. To change one, edit it here; keep the names in {braces}.

const RUSSIAN = {
  loading: 'Загружаем обращение…',
  tryAgain: 'Повторить',
  noConnection: 'Нет связи с сервером. Проверьте сеть и повторите.',
  signedOut: 'Сеанс закончился. Войдите ещё раз – введённое сохранено в этой вкладке.',
  taskGone: 'Этой задачи больше нет: её завершил или забрал другой специалист.',
  serverFailed: 'Сервер не смог выполнить запрос (код {status}). Повторите через минуту.',

  ticket: 'Обращение',
  priority: 'Приоритет',
  registered: 'Зарегистрировано {when}',
  follows: 'Продолжение обращения {number}',
  customer: 'Клиент',
  languageRu: 'пишет по-русски',
  languageEn: 'пишет по-английски',
  licensedUntil: 'лицензия до {date}',
  noLicence: 'действующей лицензии нет',
  description: 'Описание',
  steps: 'Шаги для воспроизведения',
  expected: 'Ожидаемый результат',
  actual: 'Фактический результат',
  notGiven: 'не указано',
  files: 'Файлы ({count})',
  download: 'Скачать {name}',

  conversation: 'Переписка',
  noMessages: 'Пока никто не писал.',
  internal: 'клиент не видит',
  outsidePanel: 'пришло не через панель',
  byMail: 'письмо',
  quoted: 'Цитата и подпись',
  replyTab: 'Ответить клиенту',
  noteTab: 'Заметка для коллег',
  replyHint: 'Клиент получит ответ сразу. Задача останется у вас.',
  noteHint: 'Заметку видят только сотрудники. Клиент её не получит.',
  sendReply: 'Отправить ответ',
  sendNote: 'Сохранить заметку',
  sending: 'Отправляем…',
  replySent: 'Ответ отправлен клиенту.',
  noteSaved: 'Заметка сохранена.',
  emptyMessage: 'Напишите текст.',
  sendKeys: 'Ctrl+Enter',
  takeFirst: 'Задача не у вас. Свободную можно взять кнопкой «Взять себе» выше – тогда откроются ответ клиенту и решение. '
    + 'Заметку для коллег можно оставить и так.',

  clock: 'Срок',
  clockGreen: 'В срок',
  clockAmber: 'Срок близок',
  clockRed: 'Срок нарушен',
  left: 'осталось {duration}',
  late: 'просрочено на {duration}',
  until: 'до {when}',
  clockStopped: 'Сейчас ни один срок не идёт.',
  promise: '{label}: {verdict}, {until}',
  allPromises: 'Все сроки и как они считались',
  interval: '{from} – {to}: {reason}',
  now: 'сейчас',

  setByAgent: 'выбран специалистом вместо правила {rule}',
  proposed: 'По правилам: {priority}',
  proposedBy: 'правило {rule}',
  proposedVersion: 'таблица {version}',
  proposalFailed: 'Не удалось узнать приоритет по правилам. Выберите его сами.',

  incidents: 'Похоже на инцидент ({count})',
  incidentSince: 'с {when}',
  instructions: 'Подходящие инструкции ({count})',
  noInstructions: 'Подходящих инструкций нет.',

  choose: 'Выберите…',
  noInstruction: 'Не применялась',
  required: 'обязательно',
  fillIn: 'Заполните это поле.',
  chooseOne: 'Выберите один вариант.',
  wrongTime: 'Укажите дату и время.',
  decisionRefused: 'Решение не принято'
};

const ENGLISH = {
  loading: 'Loading the ticket…',
  tryAgain: 'Try again',
  noConnection: 'The server cannot be reached. Check the network and try again.',
  signedOut: 'Your session has ended. Sign in again – what you typed is kept in this tab.',
  taskGone: 'This task no longer exists: somebody else has completed or taken it.',
  serverFailed: 'The server could not do this (code {status}). Try again in a minute.',

  ticket: 'Ticket',
  priority: 'Priority',
  registered: 'Registered {when}',
  follows: 'Follows ticket {number}',
  customer: 'Customer',
  languageRu: 'writes in Russian',
  languageEn: 'writes in English',
  licensedUntil: 'licensed until {date}',
  noLicence: 'no valid licence',
  description: 'Description',
  steps: 'Steps to reproduce',
  expected: 'Expected result',
  actual: 'Actual result',
  notGiven: 'not given',
  files: 'Files ({count})',
  download: 'Download {name}',

  conversation: 'Conversation',
  noMessages: 'Nobody has written yet.',
  internal: 'hidden from the customer',
  outsidePanel: 'came outside the panel',
  byMail: 'by mail',
  quoted: 'Quotation and signature',
  replyTab: 'Reply to the customer',
  noteTab: 'Note for colleagues',
  replyHint: 'The customer gets this at once. The task stays with you.',
  noteHint: 'Only staff can read a note. The customer does not get it.',
  sendReply: 'Send the reply',
  sendNote: 'Save the note',
  sending: 'Sending…',
  replySent: 'The reply was sent to the customer.',
  noteSaved: 'The note is saved.',
  emptyMessage: 'Write something first.',
  sendKeys: 'Ctrl+Enter',
  takeFirst: 'This task is not yours. Claim a free one with “Claim” above to reply to the customer and to decide. '
    + 'You may leave a note for colleagues all the same.',

  clock: 'Deadline',
  clockGreen: 'On time',
  clockAmber: 'Due soon',
  clockRed: 'Overdue',
  left: '{duration} left',
  late: 'overdue by {duration}',
  until: 'by {when}',
  clockStopped: 'No deadline is running.',
  promise: '{label}: {verdict}, {until}',
  allPromises: 'All deadlines and how they were counted',
  interval: '{from} – {to}: {reason}',
  now: 'now',

  setByAgent: 'chosen by an agent over the rule {rule}',
  proposed: 'By the rules: {priority}',
  proposedBy: 'rule {rule}',
  proposedVersion: 'table {version}',
  proposalFailed: 'The rules could not be asked. Choose the priority yourself.',

  incidents: 'Looks like an incident ({count})',
  incidentSince: 'since {when}',
  instructions: 'Matching instructions ({count})',
  noInstructions: 'No instruction matches.',

  choose: 'Choose…',
  noInstruction: 'None was tried',
  required: 'required',
  fillIn: 'Fill in this field.',
  chooseOne: 'Choose one.',
  wrongTime: 'Give a date and a time.',
  decisionRefused: 'The decision was not accepted'
};

/** The language Tasklist itself shows: English only if the browser puts it first (../config.js reads it here). */
export const language = (navigator.languages?.[0] ?? navigator.language ?? '').toLowerCase().startsWith('en')
  ? 'en' : 'ru';

const MESSAGES = language === 'en' ? ENGLISH : RUSSIAN;

/** The text of this name with {names} filled in. */
export function text(name, values = {}) {
  return MESSAGES[name].replace(/\{(\w+)\}/g, (_, value) => values[value]);
}
