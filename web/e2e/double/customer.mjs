// SPDX-License-Identifier: Apache-2.0
// The customer's side of the stand-in desk.
const hour = 3_600_000;

function viewOf(state, of) {
  const link = state.links[of.id] ?? {};
  const done = ['resolved', 'closed'].includes(of.status);
  return {
    desk: { name: 'Harbour Goods', language: 'en' }, ref: of.ref, subject: link.proven === false ? '' : of.subject, language: link.language ?? null, zone: 'Europe/Helsinki', state: done ? 'done' : of.status === 'waiting' && of.waits_on === 'customer' ? 'yours' : 'working',
    status: of.status, late: of.late, proven: link.proven !== false, owner: of.owner ? { name: of.owner.name } : null, team: of.team?.name ?? null,
    next: of.status === 'resolved' ? 'solved' : of.status === 'closed' ? 'ended' : of.status === 'queued' ? 'queued' : of.status === 'waiting' ? 'waiting_for_partner' : 'answer_coming', partner: of.status === 'waiting' ? 'Fast Courier' : null,
    next_update_at: of.next_update_at, told_at: state.now - 24 * hour, promises: of.promises.map(({ text, kind, due_at, state: end }) => ({ text, kind, due_at, state: end })),
    messages: link.proven === false ? [] : of.all.filter((each) => each.state !== 'withdrawn').map((each) => ({ id: each.id, at: each.at, ours: each.direction === 'out', name: each.author_name, text: each.visible_text || each.text, right_to_left: each.right_to_left, attachments: each.attachments })),
    can_write: of.status !== 'closed', solved_question: of.status === 'resolved',
  };
}

export function customerRoutes(state, { refuse, arrive, message }) {
  const caseOf = (link) => state.cases.find((each) => each.link === `/c/${link}`);
  const on = (link, deed) => {
    const of = caseOf(link);
    if (state.links[of?.id]?.ended) return refuse(410, 'not_found', 'portal.link_ended', 'This case ended a while ago and its page has been closed.');
    return of ? (deed?.(of), [200, viewOf(state, of)]) : refuse(404, 'not_found', 'portal.no_such_link', 'There is no such case.');
  };
  const say = (of, text, attachments = []) => arrive(of, message(of, { at: state.now, text, attachments: attachments.map((id) => state.uploads.get(id)).filter(Boolean) }));
  return [
    ['GET', /^\/customer\/([^/]+)$/, ([link]) => on(link)],
    ['POST', /^\/customer\/([^/]+)\/mine$/, ([link]) => on(link, (of) => (state.links[of.id] = { ...state.links[of.id], proven: true }))],
    ['POST', /^\/customer\/([^/]+)\/not-mine$/, ([link]) => on(link, (of) => (of.mark = 'not_mine'))],
    ['POST', /^\/customer\/([^/]+)\/solved$/, ([link]) => on(link, (of) => Object.assign(of, { status: 'closed', closed_at: state.now, next_update_at: null }))],
    ['POST', /^\/customer\/([^/]+)\/unsolved$/, ([link], body) => on(link, (of) => { Object.assign(of, { status: 'open', next_update_at: state.now + 24 * hour }); if (body.text) say(of, body.text); })],
    ['POST', /^\/customer\/([^/]+)\/messages$/, ([link], body) => (body.text?.includes('refuse me') ? refuse(422, 'invalid', 'message.text_too_long', 'That is too long.', 'text') : on(link, (of) => say(of, body.text, body.attachments)))],
    ['POST', /^\/customer\/([^/]+)\/new-link$/, () => [204]],
    ['GET', /^\/contact$/, () => [200, { desk: { name: 'Harbour Goods', language: 'en', languages: ['en', 'fi', 'el', 'fa'] }, token: 'time-1', open_now: false, opens_at: state.now + 20 * hour, answer_by: state.now + 44 * hour, busy: false, half_by: null, half_n: 0, ...state.crowd }]],
    ['POST', /^\/contact$/, (_of, body) => (/@.+\./.test(body.address) ? [201, { ref: 'AM-24900', link: '/c/link-1001', next_update_at: state.now + 44 * hour }] : refuse(422, 'invalid', 'contact.address_invalid', 'This is no mail address.', 'address'))],
  ];
}
