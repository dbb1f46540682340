// SPDX-License-Identifier: Apache-2.0
// A stand-in for the desk in browser tests: it speaks the interface, keeps everything in memory and can be told to refuse.
// It is no second implementation: it knows only the rules that the screens must answer to.
import { boardRoutes } from './boards.mjs';
import { staffingRoutes } from './staffing.mjs';
import { customerRoutes } from './customer.mjs';
import { promiseRoutes, readAsPromise } from './promises.mjs';
import { leila, mailHtml, makeCase, makeCases, me, message, newId, nextVersion, people, settings, signals, triage } from './sample.mjs';
import { settingsRoutes } from './settings.mjs';

const hour = 3_600_000;
const live = ['queued', 'open', 'waiting'];

const refuse = (status, kind, code, title, field) => [status, { type: 'about:blank', title, status, kind, code, ...(field ? { field } : {}) }];
// What a client's guest gets: types of their own, as at the desk.
const guestRow = (of) => ({ id: of.id, number: of.number, ref: of.ref, subject: of.subject, status: of.status, customer: of.customer.name, owner: of.owner?.name ?? null, team: of.team?.name ?? null, channel: of.channel, message_count: of.all.length, last_message_at: of.last_message_at, next_update_at: of.next_update_at, late: of.late });
const guestMessage = (each) => ({ id: each.id, at: each.at, ours: each.direction === 'out', name: each.author_name, text: each.visible_text || each.text, right_to_left: each.right_to_left, files: each.attachments.map((file) => file.name) });
const row = ({ all: _all, promises: _p, target_clocks: _k, notes: _n, events: _e, waits: _w, others: _o, draft: _d, participants: _pa, ...of }) => of;

export function makeDesk({ now = Date.parse('2026-11-22T11:04:00Z'), cases = 120, long = 0 } = {}) {
  const state = {
    now, me: { ...me }, signedIn: true, setupNeeded: false, secondFactor: 'done', cases: makeCases(cases, now, long), triage: triage(now), signals: signals(now), settings: structuredClone(settings), decided: [], uploads: new Map(),
    links: { [1001 + cases]: { proven: false } }, intended: new Map(), honest: { n: 50, topic: '', type: 'request', half_at: now + 2 * 24 * hour, eight_in_ten_at: now + 5 * 24 * hour, nine_in_ten_at: now + 8 * 24 * hour }, sockets: new Set(), seq: 500, asked: [], refusals: new Map(), counts: null,
  };
  const find = (id) => state.cases.find((each) => each.id === Number(id));

  function tell(kind, id, body) {
    state.seq += 1;
    for (const socket of state.sockets) socket.send(JSON.stringify({ op: 'event', seq: state.seq, kind, id, version: body?.version ?? state.seq, ...(body ? { body } : {}) }));
  }
  function changed(of, what = {}) {
    Object.assign(of, what, { version: nextVersion() });
    tell('case', of.id, row(of));
    return [200, whole(of)];
  }
  function arrive(of, told) {
    of.all.push(told);
    changed(of, { last_word: told.direction === 'in' ? 'customer' : 'us', unread: told.direction === 'in', message_count: of.all.length });
  }
  function whole(of) {
    const newest = of.all.slice(-20);
    return { ...row(of), promises: of.promises, target_clocks: of.target_clocks, notes: of.notes, events: of.events, waits: of.waits, others: of.others, draft: of.draft, participants: [{ id: 1, person_id: of.customer.id, name: of.customer.name, address: of.customer.address, role: 'customer' }], messages: newest, older: of.all.length > 20 ? String(of.all.length - 20) : null };
  }

  const views = {
    mine: (of) => live.includes(of.status) && of.owner?.id === 1, nobody: (of) => of.status === 'queued', silence: (of) => live.includes(of.status) && (of.late || of.next_update_at === null),
    waiting: (of) => of.status === 'waiting', closed: (of) => ['resolved', 'closed', 'merged'].includes(of.status), all: (of) => live.includes(of.status),
  };
  function page(items, query, made) {
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return [200, { items: items.slice(from, from + limit).map(made), next: from + limit < items.length ? String(from + limit) : null }];
  }

  function reply(of, body) {
    const newest = of.all.findLast((each) => each.direction === 'in');
    if (!body.text?.trim()) return refuse(422, 'invalid', 'reply.text_missing', 'Write something first.', 'text');
    if (!body.final && !body.reason && !body.next_update_at) return refuse(422, 'invalid', 'reply.next_update_missing', 'Say when the customer hears from us next.', 'next_update_at');
    if (body.next_update_at && body.next_update_at <= state.now) return refuse(422, 'invalid', 'reply.next_update_in_past', 'Choose a time that is still to come.', 'next_update_at');
    if (newest && body.seen_message !== newest.id && !body.confirmed_stale) return refuse(409, 'conflict', 'reply.stale_draft', 'A newer message has arrived.');
    if (!body.promises?.length && !body.not_a_promise && readAsPromise(body.text, state.now)) return refuse(422, 'invalid', 'reply.reads_like_a_promise', 'This reads like a promise. Add it as one, with its date, or say that it is none.', 'text');
    for (const [at, each] of (body.promises ?? []).entries()) if (each.due_at <= state.now) return refuse(422, 'invalid', 'promise.due_in_past', 'The time of the promise has passed. Choose a later one.', `promises.${at}.due_at`);
    const sent = message(of, { at: state.now, direction: 'out', text: body.text, state: 'queued', send_after: Date.now() + 10_000, attachments: (body.attachments ?? []).map((id) => state.uploads.get(id)) });
    sent.recipients[0].reach = 'pending';
    of.draft = null;
    of.all.push(sent);
    state.intended.set(sent.id, body.promises ?? []);
    const [, after] = changed(of, { last_word: 'us', ...(body.final ? { status: 'resolved', settles_at: state.now + 168 * hour, next_update_at: null, due_at: null } : { next_update_at: body.next_update_at ?? null, due_at: body.next_update_at ?? null, late: false }) });
    return [201, { message: sent, case: after }];
  }
  function withdraw(id) {
    const of = state.cases.find((each) => each.all.some((one) => one.id === Number(id)));
    const sent = of?.all.find((each) => each.id === Number(id));
    if (sent?.state !== 'queued') return refuse(409, 'conflict', 'message.already_leaving', 'It has already left.');
    sent.state = 'withdrawn';
    changed(of);
    const promises = state.intended.get(sent.id) ?? [];
    of.draft = { kind: 'reply', text: sent.text, next_update_at: null, attachments: [], seen_message: null, promises, saved_at: Date.now() };
    return [200, { text: sent.text }];
  }
  function wait(of, body) {
    of.waits.at(-1).ends_at = state.now;
    of.waits.push({ id: newId(), waits_on: body.waits_on, partner: body.partner ?? null, reason: body.reason, starts_at: state.now, ends_at: null, review_at: body.review_at });
    return changed(of, { status: 'waiting', waits_on: body.waits_on, review_at: body.review_at, next_update_at: body.next_update_at ?? of.next_update_at });
  }
  function openCase(body) {
    const of = makeCase(0, state.now, { team: state.me.teams[0] });
    Object.assign(of, { id: newId(), ref: `AM-${newId()}`, subject: body.subject, customer: { id: newId(), language: null, ...body.customer }, all: [] });
    of.all.push(message(of, { at: state.now, direction: body.kind === 'email' ? 'out' : 'in', kind: body.kind, text: body.text }));
    state.cases.unshift(of);
    return [201, whole(of)];
  }
  function search(query) {
    const words = (query.get('q') ?? '').toLocaleLowerCase();
    const found = state.cases.filter((of) => `${of.ref} ${of.subject} ${of.customer.name} ${of.customer.address} ${of.all.map((each) => each.text).join(' ')}`.toLocaleLowerCase().includes(words));
    return page(found, query, (of) => ({ case_id: of.id, number: of.number, ref: of.ref, subject: of.subject, snippet: `…\u27e6${query.get('q')}\u27e7 ${of.all[0].text.slice(0, 80)}`, at: of.last_message_at, customer: of.customer, status: of.status, message_id: of.all[0].id }));
  }
  function signIn(body) {
    if (body.password !== 'correct horse') return refuse(401, 'unauthenticated', 'sign_in.wrong', 'E-mail or password is wrong.');
    if (state.secondFactor === 'code_needed' && body.code !== '123456') return body.code ? refuse(401, 'unauthenticated', 'sign_in.wrong_code', 'That code is wrong.', 'code') : [200, { me: null, second_factor: 'code_needed' }];
    state.signedIn = true;
    return [200, { me: state.me, second_factor: state.secondFactor === 'setup_needed' ? 'setup_needed' : 'done' }];
  }
  const decide = (id, body) => {
    const item = state.triage.find((each) => each.id === Number(id));
    state.triage = state.triage.filter((each) => each !== item);
    state.decided.push(item);
    tell('triage', Number(id));
    return [200, { case_id: body.decision === 'accept' ? body.case_id : null }];
  };

  const on = (deed) => ([id], body, query) => {
    const of = find(id);
    return of ? deed(of, body, query) : refuse(404, 'not_found', 'case.not_found', 'There is no such case.');
  };
  const routes = [
    ['GET', /^\/views$/, () => [200, state.counts ?? { ...Object.fromEntries(Object.entries(views).map(([name, is]) => [name, state.cases.filter(is).length])), triage: state.triage.length, signals: state.signals.length, overloaded_since: state.overloadedSince ?? null }]],
    ['GET', /^\/cases$/, (_of, _body, query) => page(state.cases.filter(views[query.get('view')] ?? views.all), query, row)],
    ['POST', /^\/cases$/, (_of, body) => openCase(body)],
    ['GET', /^\/cases\/(\d+)$/, on((of) => [200, whole(of)])],
    ['PATCH', /^\/cases\/(\d+)$/, on((of, body) => changed(of, body))],
    ['GET', /^\/cases\/(\d+)\/messages$/, on((of, _body, query) => { const to = Number(query.get('cursor') ?? of.all.length); const from = Math.max(0, to - 20); return [200, { items: of.all.slice(from, to).reverse(), next: from > 0 ? String(from) : null }]; })],
    ['POST', /^\/cases\/(\d+)\/messages$/, on(reply)],
    ['POST', /^\/cases\/(\d+)\/notes$/, on((of, body) => { const note = { id: newId(), at: state.now, author: leila, text: body.text }; of.notes.push(note); changed(of); return [201, note]; })],
    ['POST', /^\/cases\/(\d+)\/calls$/, on((of, body) => { if (!body.summary) return refuse(422, 'invalid', 'contact.summary_missing', 'Write down what was said, or that nobody answered.', 'summary'); of.notes.push({ id: newId(), at: state.now, author: leila, text: body.summary }); return changed(of, body.reached ? { last_word: 'us' } : {}); })],
    ['PUT', /^\/cases\/(\d+)\/draft$/, on((of, body) => { of.draft = { ...body, promises: body.promises ?? [], attachments: (body.attachments ?? []).map((id) => state.uploads.get(id)), saved_at: Date.now() }; return [200, { saved_at: of.draft.saved_at }]; })],
    ['DELETE', /^\/cases\/(\d+)\/draft$/, on((of) => { of.draft = null; return [204]; })],
    ['POST', /^\/cases\/(\d+)\/seen$/, on((of) => changed(of, { unread: false }))],
    ['POST', /^\/cases\/(\d+)\/take$/, on((of) => changed(of, { owner: leila, status: 'open', pull_by: null }))],
    ['POST', /^\/cases\/(\d+)\/handled$/, () => [204]],
    ['GET', /^\/cases\/(\d+)\/handover-draft$/, on(() => [200, { summary: '' }])],
    ['POST', /^\/cases\/(\d+)\/hand-over$/, on((of, body) => changed(of, body.user_id ? { owner: { id: body.user_id, name: state.me.colleagues.find((each) => each.id === body.user_id)?.name ?? '' } } : { owner: null, status: 'queued', pull_by: state.now + 4 * hour }))],
    ['POST', /^\/cases\/(\d+)\/wait$/, on((of, body) => (body.review_at <= state.now ? refuse(422, 'invalid', 'wait.review_in_past', 'Choose a time that is still to come.', 'review_at') : wait(of, body)))],
    ['POST', /^\/cases\/(\d+)\/wait\/end$/, on((of) => changed(of, { status: 'open', waits_on: 'us', review_at: null }))],
    ['POST', /^\/cases\/(\d+)\/resolution$/, on((of, body) => (of.promises.some((each) => each.state === 'open' && each.kind !== 'update') ? refuse(409, 'conflict', 'case.promise_open', 'A promise is still open.') : changed(of, { status: 'resolved', resolution: body.text, settles_at: state.now + 168 * hour })))],
    ['POST', /^\/cases\/(\d+)\/closure$/, on((of) => changed(of, { status: 'closed', closed_at: state.now }))],
    ['POST', /^\/cases\/(\d+)\/reopening$/, on((of) => changed(of, { status: 'open', next_update_at: state.now + 24 * hour, settles_at: null, closed_at: null }))],
    ['POST', /^\/cases\/(\d+)\/spam$/, on((of) => changed(of, { before: of.status, status: 'spam' }))],
    ['DELETE', /^\/cases\/(\d+)\/spam$/, on((of) => changed(of, { status: of.before ?? 'open' }))],
    ['POST', /^\/cases\/(\d+)\/merge$/, on((of, body) => changed(of, { before: of.status, status: 'merged', merged_into: { id: body.into, ref: find(body.into)?.ref ?? '' } }))],
    ['DELETE', /^\/cases\/(\d+)\/merge$/, on((of) => changed(of, { status: of.before ?? 'open', merged_into: null }))],
    ['POST', /^\/messages\/(\d+)\/withdrawal$/, ([id]) => withdraw(id)],
    ['GET', /^\/messages\/(\d+)\/html$/, () => [200, { html: mailHtml }]],
    ['POST', /^\/messages\/(\d+)\/move$/, ([id], body) => { const of = state.cases.find((each) => each.all.some((one) => one.id === Number(id))); of.all = of.all.filter((each) => each.id !== Number(id)); changed(of); return [200, { case_id: body.case_id ?? 1009 }]; }],
    ['POST', /^\/messages\/(\d+)\/recipients\/(\d+)\/decision$/, ([id, to], body) => { const of = state.cases.find((each) => each.all.some((one) => one.id === Number(id))); of.all.find((each) => each.id === Number(id)).recipients.find((each) => each.id === Number(to)).reach = body.decision === 'send_again' ? 'pending' : body.decision; changed(of); return [200, {}]; }],
    ['GET', /^\/people\/(\d+)$/, ([id]) => { const person = people.find((each) => each.id === Number(id)) ?? people[0]; return [200, { ...person, contact_points: [{ kind: 'email', address: person.address, verified_at: state.now - hour }], cases: [] }]; }],
    ['GET', /^\/guest\/cases$/, (_of, _body, query) => page(state.cases.filter(views[query.get('view')] ?? views.all), query, guestRow)],
    ['GET', /^\/guest\/cases\/(\d+)$/, on((of) => [200, { ...guestRow(of), origin_at: of.last_message_at, resolved_at: null, closed_at: of.closed_at ?? null, promises: of.promises.map(({ kind, text, due_at, state: end, ended_at }) => ({ kind, text, due_at, state: end, ended_at: ended_at ?? null })), messages: of.all.slice(-20).map(guestMessage), older: of.all.length > 20 ? String(of.all.length - 20) : null }])],
    ['GET', /^\/guest\/cases\/(\d+)\/messages$/, on((of, _body, query) => { const to = Number(query.get('cursor') ?? of.all.length); const from = Math.max(0, to - 20); return [200, { items: of.all.slice(from, to).reverse().map(guestMessage), next: from > 0 ? String(from) : null }]; })],
    ['GET', /^\/search$/, (_of, _body, query) => search(query)],
    ['GET', /^\/triage$/, () => [200, { items: state.triage, next: null }]],
    ['POST', /^\/triage\/(\d+)\/decision$/, ([id], body) => decide(id, body)],
    ['POST', /^\/triage\/(\d+)\/decision\/undo$/, () => { state.triage.unshift(state.decided.pop()); return [200, {}]; }],
    ['GET', /^\/signals$/, () => [200, { items: state.signals, next: null }]],
    ['POST', /^\/signals\/(\d+)\/own$/, ([id]) => { Object.assign(state.signals.find((each) => each.id === Number(id)), { owner: leila, state: 'owned' }); return [200, {}]; }],
    ['POST', /^\/signals\/(\d+)\/explanation$/, ([id]) => { state.signals = state.signals.filter((each) => each.id !== Number(id)); return [200, {}]; }],
    ['POST', /^\/sign-out$/, () => { state.signedIn = false; return [204]; }],
    ['GET', /^\/me$/, () => [200, state.me]],
    ['PATCH', /^\/me$/, (_of, body) => { Object.assign(state.me, body); return [200, state.me]; }],
    ['POST', /^\/me\/password$/, (_of, body) => (body.current === 'correct horse' ? [204] : refuse(422, 'invalid', 'password.wrong', 'That is not your password.', 'current'))],
    ...boardRoutes(state),
    ...staffingRoutes(state),
    ...settingsRoutes(state, { refuse }),
    ...promiseRoutes(state, { refuse, changed, find, newId, leila }),
  ];
  // These are answered to whoever is not signed in, too.
  const doors = [
    ['GET', /^\/setup$/, () => [200, { needed: state.setupNeeded, token_needed: false }]],
    ['POST', /^\/setup$/, (_of, body) => { if (body.password.length < 10) return refuse(422, 'invalid', 'password.short', 'At least ten characters.', 'password'); state.setupNeeded = false; state.signedIn = true; Object.assign(state.me, { name: body.name, email: body.email, language: body.language }); return [200, state.me]; }],
    ['POST', /^\/sign-in$/, (_of, body) => signIn(body)],
    ['POST', /^\/me\/second-factor$/, () => [200, { secret: 'JBSW Y3DP EHPK 3PXP', uri: 'otpauth://totp/Amends:leila@desk.example?secret=JBSWY3DPEHPK3PXP&issuer=Amends' }]],
    ['POST', /^\/me\/second-factor\/confirmation$/, (_of, body) => { if (body.code !== '123456') return refuse(422, 'invalid', 'second_factor.wrong', 'That code is wrong.', 'code'); state.secondFactor = 'done'; state.me.second_factor = true; return [200, { recovery_codes: ['1111-2222', '3333-4444', '5555-6666'] }]; }],
    ['POST', /^\/me\/second-factor\/put-off$/, () => { state.secondFactor = 'put_off'; return [204]; }],
    ['GET', /^\/invitations\/(\w+)$/, ([token]) => (token === 'good' ? [200, { name: 'Kaisa', email: 'kaisa@desk.example' }] : refuse(404, 'not_found', 'invitation.gone', 'This invitation has run out.'))],
    ['POST', /^\/invitations\/(\w+)$/, () => { state.signedIn = true; return [200, {}]; }],
    ...customerRoutes(state, { refuse, arrive, message }),
  ];

  function answer(method, path, query, body) {
    state.asked.push({ method, path, body });
    const refusal = state.refusals.get(`${method} ${path}`);
    if (refusal) return refusal;
    const pick = (list) => list.map(([verb, shape, deed]) => (verb === method && shape.exec(path) ? () => deed(shape.exec(path).slice(1), body ?? {}, query) : null)).find(Boolean);
    const door = pick(doors);
    if (door) return door();
    if (!state.signedIn) return refuse(401, 'unauthenticated', 'session.missing', 'Sign in first.');
    return pick(routes)?.() ?? refuse(404, 'not_found', 'route.unknown', 'There is nothing here.');
  }

  function upload(name, mime, size) {
    const file = { id: newId(), name, mime, size, url: '/files/h302' };
    state.uploads.set(file.id, file);
    return size > 1_000_000 ? refuse(413, 'invalid', 'upload.too_large', 'The file is larger than 1 MB.') : [201, file];
  }

  return { state, answer, upload, tell, changed, arrive, find, row, message };
}
