// SPDX-License-Identifier: Apache-2.0
// The cases of the stand-in desk: a few that are looked at closely, and as many more as a test wants.
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const people = [
  { id: 501, name: 'Aino Virtanen', address: 'aino@mail.example', language: 'fi' },
  { id: 502, name: 'Νίκος Παπαδάκης', address: 'nikos@mail.example', language: 'el' },
  { id: 503, name: 'مریم حسینی', address: 'maryam@mail.example', language: 'fa' },
  { id: 504, name: 'John Carter', address: 'john@mail.example', language: 'en' },
  { id: 505, name: 'Ελένη Γεωργίου', address: 'eleni@mail.example', language: 'el' },
  { id: 506, name: 'Väinö Mäkelä', address: 'vaino@mail.example', language: 'fi' },
  { id: 507, name: 'رضا کریمی', address: 'reza@mail.example', language: 'fa' },
  { id: 508, name: 'Sara Lind', address: 'sara@mail.example', language: 'en' },
];
const subjects = [
  'Refund promised twice, never paid', 'Η παραγγελία δεν ήρθε', 'بازپرداخت هنوز انجام نشده است', 'Wrong invoice after contract change',
  'Κανείς δεν με κάλεσε πίσω', 'Laskussa väärä summa', 'تماس وعده داده‌شده برقرار نشد', 'Delivery moved for the third time',
];
const first = [
  'I have now explained this to four people and each says somebody else will call.', 'Περιμένω δύο εβδομάδες. Πότε θα έρθει;',
  'سلام. سه بار نوشته‌ام و هنوز پاسخی نگرفته‌ام. شمارهٔ سفارش AM-24815 است.\nThank you.', 'The invoice still has the old price on it.',
  'Μου είπαν ότι θα με καλέσετε χθες.', 'Laskulla on 84 euroa liikaa.', 'قرار بود دیروز زنگ بزنید.', 'This is the third new date. What is true?',
];
export const me = {
  id: 1, name: 'Leila Karimi', email: 'leila@desk.example', role: 'admin', language: 'en', zone: 'Europe/Helsinki', second_factor: true, second_factor_required: false,
  brand: { id: 1, name: 'Harbour Goods', prefix: 'AM', language: 'en', zone: 'Europe/Helsinki' }, teams: [{ id: 11, name: 'Care' }],
  colleagues: [{ id: 2, name: 'Mikko Laine' }, { id: 3, name: 'Δήμητρα Ιωάννου' }], all_teams: [{ id: 11, name: 'Care' }, { id: 12, name: 'Returns' }],
};
export const leila = { id: 1, name: 'Leila Karimi' };
export const mikko = { id: 2, name: 'Mikko Laine' };

let lastId = 9_000;
export const newId = () => (lastId += 1);

export function message(of, more) {
  const out = more.direction === 'out';
  return {
    id: newId(), direction: 'in', kind: 'email', author: out ? 'agent' : 'customer', author_name: out ? leila.name : of.customer.name, user_id: out ? 1 : null,
    from: out ? { name: 'Harbour Goods', address: 'help@desk.example' } : { name: of.customer.name, address: of.customer.address }, subject: of.subject, text: '', visible_text: more.text ?? '', has_html: false,
    language: of.customer.language, right_to_left: of.customer.language === 'fa', automatic: null, attachments: [],
    recipients: out ? [{ id: newId(), address: of.customer.address, name: of.customer.name, role: 'to', reach: 'delivered', reach_at: more.at + minute, detail: null }] : [],
    state: out ? 'sent' : 'received', send_after: null, placement: out ? [] : [{ evidence: 'token', by: null, at: more.at }], received_times: 1, ...more,
  };
}

const dues = [-95 * minute, -12 * minute, 18 * minute, 47 * minute, 130 * minute, 260 * minute, 400 * minute, 25 * hour];
let version = 100;
export const nextVersion = () => (version += 1);

export function makeCase(n, now, at) {
  const customer = people[n % people.length];
  const due = now + (n < 8 ? dues[n] : (26 + (n % 300)) * hour);
  const of = {
    id: 1001 + n, version: nextVersion(), number: 24817 - n, ref: `AM-${24817 - n}`, subject: subjects[n % 8], status: 'open', customer, owner: leila, team: at.team, channel: ['mail', 'form', 'mail', 'call'][n % 4],
    language: customer.language, message_count: 2, last_message_at: now - n * 7 * minute, last_word: n % 3 === 2 ? 'us' : 'customer', waiting_since: now - 4 * day, next_update_at: due, pull_by: null, waits_on: 'us',
    review_at: null, due_at: due, late: due < now, silent_since: n % 5 === 1 ? now - 6 * day : now - hour, unread: n % 3 === 1,
    type: 'request', origin_at: now - 5 * day, resolved_at: null, closed_at: null, settles_at: null, merged_into: null, severity_stated: 0, severity_assessed: 0, what_happened: null, desired_remedy: null, resolution: null, topic: '',
    mark: null, participants: [], waits: [{ id: newId(), waits_on: 'us', partner: null, reason: '', starts_at: now - 5 * day, ends_at: now - 2 * day, review_at: null }, { id: newId(), waits_on: 'customer', partner: null, reason: 'photo of the parcel', starts_at: now - 2 * day, ends_at: now - day, review_at: null }, { id: newId(), waits_on: 'us', partner: null, reason: '', starts_at: now - day, ends_at: null, review_at: null }],
    promises: [], target_clocks: [], notes: [], events: [], draft: null, others: [], link: `/c/link-${1001 + n}`, suggested_update_at: now + 25 * hour, ...at,
  };
  of.all = [message(of, { at: now - 2 * day, text: first[n % 8] }), message(of, { at: now - day, direction: 'out', text: 'I am sorry that you had to write twice. I have found what stopped it and I am on it.' })];
  return of;
}

export const promise = (id, more) => ({
  id, kind: 'outcome', side: 'us', text: '', keeper: null, maker: 'Leila Karimi', original_due_at: more.due_at, state: 'open', ended_at: null, fulfilled_late_at: null, basis: 'own_word', told_how: 'message', partner: null, ground: '',
  history_n: null, honest_at: null, warned_at: null, asked_at: null, answered_at: null, evidence: '', agreed: '', agreed_message: null, successor_id: null, ...more,
});

function adorn(cases, now) {
  const [refund, , fa, , mail, waiting] = cases;
  refund.promises = [promise(71, { text: 'Refund of €84.00 paid and confirmed by mail', keeper: leila, made_at: now - day, due_at: now - 95 * minute, state: 'broken', ended_at: now - 95 * minute, basis: 'fact', ground: 'the bank file of Monday' })];
  refund.target_clocks = [
    { id: 711, name: 'First answer', metric: 'first_response', state: 'breached', started_at: now - 2 * day, due_at: now - day, warned_at: now - 25 * hour, stopped_at: null },
    { id: 712, name: 'Solution of complaints', metric: 'resolution', state: 'running', started_at: now - 2 * day, due_at: now + 3 * hour, warned_at: null, stopped_at: null },
  ];
  refund.events = [
    { seq: 1, at: now - 2 * day, type: 'case.opened', actor: { kind: 'rule', id: null, name: null }, payload: {} },
    { seq: 2, at: now - 26 * hour, type: 'case.handed_over', actor: { kind: 'user', id: 2, name: 'Mikko Laine' }, payload: { owner: 1 } },
    { seq: 3, at: now - day + minute, type: 'promise.made', actor: { kind: 'user', id: 1, name: null }, payload: { side: 'us', kind: 'outcome', due: now - 95 * minute } },
  ];
  refund.notes = [{ id: 81, at: now - 3 * hour, author: mikko, text: '@Leila the bank file goes out at 15:00. See AM-24790 for the same account.' }];
  refund.others = [{ id: 1090, ref: 'AM-21037', subject: 'Late parcel', status: 'closed', closed_at: now - 30 * day, promise_kept: true }, { id: 1091, ref: 'AM-21074', subject: 'Väärä koko', status: 'closed', closed_at: now - 62 * day, promise_kept: false }];
  refund.all.push(message(refund, { at: now - hour, text: 'Is anybody there?\n\nI wait since Friday.\n\n> I am sorry that you had to write twice.', visible_text: 'Is anybody there?\n\nI wait since Friday.', received_times: 2, attachments: [{ id: 301, name: 'bank statement.pdf', mime: 'application/pdf', size: 184_000, in_line: false, url: '/files/h301' }, { id: 302, name: 'screen.png', mime: 'image/png', size: 2_400_000, in_line: false, url: '/files/h302' }] }));
  fa.all.push(message(fa, { at: now - 20 * minute, direction: 'out', text: 'مریم عزیز، همین حالا پیگیری می‌کنم.', state: 'unconfirmed', recipients: [{ id: 401, address: 'maryam@mail.example', name: 'مریم حسینی', role: 'to', reach: 'unconfirmed', reach_at: now - 20 * minute, detail: null }] }));
  mail.all.push(message(mail, { at: now - 30 * minute, text: '', visible_text: '', has_html: true, placement: [{ evidence: 'references', by: null, at: now }] }));
  Object.assign(waiting, { status: 'waiting', waits_on: 'partner', review_at: now + 2 * day });
  waiting.waits[2].ends_at = now - hour;
  waiting.waits.push({ id: newId(), waits_on: 'partner', partner: 'Fast Courier', reason: 'tracking report', starts_at: now - hour, ends_at: null, review_at: now + 2 * day });
}

export const mailHtml =
  '<p>Dear team,</p><p>see <a href="https://example.org/x">www.harbour.example/terms</a> for the terms.</p><img src="https://elsewhere.example/pixel.gif" data-remote="/image-proxy/logo" width="40" height="40"><table><tr><td>Order</td><td>1001</td></tr></table><script>document.title = "run"</script>';

export function makeCases(count, now, long) {
  const cases = Array.from({ length: count }, (_none, n) => makeCase(n, now, { team: me.teams[0] }));
  adorn(cases, now);
  if (long) cases[1].all = Array.from({ length: long }, (_none, n) => message(cases[1], { at: now - (long - n) * minute, direction: n % 2 ? 'out' : 'in', text: `Message ${n + 1} of many. ${'More of the same. '.repeat(n % 5)}` }));
  const [queued, done, closed] = [0, 1, 2].map((n) => makeCase(count + n, now, { team: me.teams[0] }));
  Object.assign(queued, { status: 'queued', owner: null, pull_by: now + 3 * hour, subject: 'Nobody has taken this yet' });
  Object.assign(done, { status: 'resolved', resolved_at: now - day, settles_at: now + 6 * day, resolution: 'Paid again.', due_at: null, next_update_at: null });
  Object.assign(closed, { status: 'closed', resolved_at: now - 9 * day, closed_at: now - 2 * day, due_at: null, next_update_at: null });
  return [...cases, queued, done, closed];
}

export const triage = (now) => [
  { id: 601, kind: 'unverified', received_at: now - hour, team: me.teams[0], pull_by: now + 2 * hour, late: false, from: { name: 'Somebody Else', address: 'someone@else.example' }, to: 'help@desk.example', subject: 'Re: AM-24817', text: 'Please send the money to this account instead.', reason: 'join.not_participant', evidence: ['subject_number'], size: 4_200, wants: { case_id: 1001, ref: 'AM-24817', subject: 'Refund promised twice, never paid', participants: ['Aino Virtanen'] } },
  { id: 602, kind: 'quarantined', received_at: now - 5 * hour, team: me.teams[0], pull_by: now - hour, late: true, from: { name: '', address: 'odd@mail.example' }, to: 'help@desk.example', subject: '', text: '', reason: 'mail.too_deep', evidence: [], size: 912_000, wants: null },
];
export const signals = (now) => [
  { id: 651, detector: 'unconfirmed_send', at: now - 20 * minute, case: { id: 1003, ref: 'AM-24815', subject: 'بازپرداخت هنوز انجام نشده است' }, subject_id: null, evidence: {}, owner: null, state: 'open' },
  { id: 652, detector: 'promise_broken', at: now - 95 * minute, case: { id: 1001, ref: 'AM-24817', subject: 'Refund promised twice, never paid' }, subject_id: 71, evidence: {}, owner: leila, state: 'owned' },
];
export const settings = {
  name: 'Harbour Goods', prefix: 'AM', language: 'en', zone: 'Europe/Helsinki', sender_name: 'Harbour Goods', signature: 'Harbour Goods\nHelsinki', public_address: 'https://help.desk.example',
  opening_hours: [0, 1, 2, 3, 4].map((weekday) => ({ weekday, opens_minute: 540, closes_minute: 1020 })), closed_days: [{ day: '2026-12-06', name: 'Itsenäisyyspäivä' }], reopen_days: 30, undo_seconds: 10, first_update: '1d', pull_by_minutes: 240, away_minutes: 240,
};
