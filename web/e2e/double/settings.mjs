// SPDX-License-Identifier: Apache-2.0
// The stand-in desk's own settings, people, teams, tokens and sessions.
import { targetRoutes } from './targets.mjs';

export function settingsRoutes(state, { refuse }) {
  const users = [
    { id: 1, name: 'Leila Karimi', email: 'leila@desk.example', role: 'admin', language: 'en', disabled: false, second_factor: true },
    { id: 2, name: 'Mikko Laine', email: 'mikko@desk.example', role: 'agent', language: 'fi', disabled: false, second_factor: false },
  ];
  const teams = [{ id: 11, name: 'Care', members: [1, 2] }, { id: 12, name: 'Returns', members: [] }];
  const channels = [
    { id: 41, kind: 'mail', name: 'Help', address: 'help@desk.example', state: 'up', detail: null, last_in_at: state.now - 120_000, last_out_at: state.now - 60_000, in: 'lmtp', imap: null, smtp: null, secrets_set_at: null, trusted_authserv: 'mx.desk.example' },
    { id: 42, kind: 'mail', name: 'Shop', address: 'shop@desk.example', state: 'down', detail: 'login refused', last_in_at: null, last_out_at: null, in: 'imap', imap: { host: 'imap.example', port: 993, security: 'tls', user: 'shop', folder: 'INBOX' }, smtp: null, secrets_set_at: null, trusted_authserv: null },
  ];
  let sessions = [
    { id: 91, created_at: state.now - 86_400_000, seen_at: state.now, address: '127.0.0.1', agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36', current: true },
    { id: 92, created_at: state.now - 9 * 86_400_000, seen_at: state.now - 86_400_000, address: '192.0.2.7', agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18) Safari/604.1', current: false },
  ];
  let tokens = [{ id: 95, name: 'reports', scope: 'read', created_at: state.now - 86_400_000, last_used_at: null }];
  const list = (items) => [200, { items, next: null }];

  return [
    ...targetRoutes(state, { refuse }),
    ['GET', /^\/desk$/, () => [200, state.settings]],
    ['PATCH', /^\/desk$/, (_of, body) => (body.name === '' ? refuse(422, 'invalid', 'desk.name_missing', 'The desk needs a name.', 'name') : [200, Object.assign(state.settings, body)])],
    ['GET', /^\/channels$/, () => list(channels)],
    ['POST', /^\/channels$/, (_of, body) => { channels.push({ id: 43, state: 'up', detail: null, last_in_at: null, last_out_at: null, ...body }); return [201, channels.at(-1)]; }],
    ['PATCH', /^\/channels\/(\d+)$/, ([id], body) => [200, Object.assign(channels.find((each) => each.id === Number(id)), body)]],
    ['GET', /^\/users$/, () => list(users)],
    ['POST', /^\/users$/, (_of, body) => { if (users.some((each) => each.email === body.email)) return refuse(409, 'conflict', 'user.email_taken', 'Somebody has this address already.', 'email'); users.push({ id: 5, disabled: false, second_factor: false, ...body }); return [201, { user: users.at(-1), invitation: '/invitation/good' }]; }],
    ['PATCH', /^\/users\/(\d+)$/, ([id], body) => [200, Object.assign(users.find((each) => each.id === Number(id)), body)]],
    ['GET', /^\/teams$/, () => list(teams)],
    ['POST', /^\/teams$/, (_of, body) => { teams.push({ id: 13, ...body }); return [201, teams.at(-1)]; }],
    ['PATCH', /^\/teams\/(\d+)$/, ([id], body) => [200, Object.assign(teams.find((each) => each.id === Number(id)), body)]],
    ['GET', /^\/tokens$/, () => list(tokens)],
    ['POST', /^\/tokens$/, (_of, body) => { tokens = [...tokens, { id: 96, created_at: state.now, last_used_at: null, ...body }]; return [201, { id: 96, token: 'amends_secret' }]; }],
    ['DELETE', /^\/tokens\/(\d+)$/, ([id]) => { tokens = tokens.filter((each) => each.id !== Number(id)); return [204]; }],
    ['GET', /^\/sessions$/, () => list(sessions)],
    ['DELETE', /^\/sessions\/(\d+)$/, ([id]) => { sessions = sessions.filter((each) => each.id !== Number(id)); return [204]; }],
  ];
}
