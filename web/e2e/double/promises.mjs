// SPDX-License-Identifier: Apache-2.0
// The ledger of promises of the stand-in desk.
import { promise } from './sample.mjs';

const hour = 3_600_000;
const bytes = (text) => new TextEncoder().encode(text).length;

// "I will …" promises; a call is an appointment, Friday lies two days ahead, whatever day it is.
export function readAsPromise(text, now) {
  const found = /I will [^.]*\./.exec(text ?? '');
  if (!found) return null;
  const begin = bytes(text.slice(0, found.index));
  const kind = /call/.test(found[0]) ? 'appointment' : /write|news/.test(found[0]) ? 'update' : 'outcome';
  return { kind, due_at: /Friday/.test(found[0]) ? now + 50 * hour : null, begin, end: begin + bytes(found[0]) };
}

export function promiseRoutes(state, { refuse, changed, find, newId, leila }) {
  const on = (deed) => ([id], body) => {
    const of = state.cases.find((each) => each.promises.some((one) => one.id === Number(id)));
    const one = of?.promises.find((each) => each.id === Number(id));
    if (!one) return refuse(404, 'not_found', 'promise.not_found', 'There is no such promise.');
    return deed(one, body, of) ?? changed(of);
  };
  const open = (deed) => on((one, body, of) => (one.state === 'open' ? deed(one, body, of) : refuse(409, 'conflict', 'promise.already_ended', 'This promise has ended already.')));
  const agreed = ({ message_id = null, words = '' }) => ({ agreed_message: message_id, agreed: words });
  const unsaid = ({ message_id, words }) => (message_id || words?.trim() ? null : refuse(422, 'invalid', 'promise.agreement_missing', 'Name the message, or write down what was said.', 'words'));

  function fulfil(one, { evidence = '' }) {
    if (one.side === 'us' && one.kind === 'outcome' && !evidence.trim()) return refuse(422, 'invalid', 'promise.evidence_missing', 'Say by what one can see that it was done.', 'evidence');
    return void Object.assign(one, { evidence }, one.state === 'open' ? { state: 'kept', ended_at: state.now } : { fulfilled_late_at: state.now });
  }
  function move(one, body, of) {
    const missing = unsaid(body);
    if (missing) return missing;
    const next = { ...one, id: newId(), due_at: body.due_at, made_at: state.now, asked_at: null, warned_at: null };
    Object.assign(one, agreed(body), { state: 'moved', ended_at: state.now, successor_id: next.id });
    of.promises.push(next);
  }
  function note([id], body) {
    const of = find(id);
    if (body.side === 'partner' && !body.partner) return refuse(422, 'invalid', 'promise.partner_missing', 'Say whose promise it is.', 'partner');
    of.promises.push(promise(newId(), { ...body, text: body.text ?? '', ground: body.ground ?? '', basis: body.basis ?? 'own_word', keeper: body.side === 'us' ? leila : null, made_at: state.now }));
    return [201, changed(of)[1]];
  }
  return [
    ['GET', /^\/cases\/(\d+)\/honest-dates$/, () => [200, state.honest]],
    ['POST', /^\/cases\/(\d+)\/reading$/, (_of, body) => [200, { promise: readAsPromise(body.text, state.now), honest: state.honest }]],
    ['POST', /^\/cases\/(\d+)\/promises$/, note],
    ['POST', /^\/promises\/(\d+)\/fulfilment$/, on(fulfil)],
    ['POST', /^\/promises\/(\d+)\/move$/, open(move)],
    ['POST', /^\/promises\/(\d+)\/release$/, open((one, body) => unsaid(body) ?? void Object.assign(one, agreed(body), { state: 'released', ended_at: state.now }))],
    ['POST', /^\/promises\/(\d+)\/confirmation$/, open((one) => void Object.assign(one, { answered_at: state.now }))],
  ];
}
