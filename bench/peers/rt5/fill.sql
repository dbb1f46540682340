-- SPDX-License-Identifier: Apache-2.0
-- :n tickets of 2 messages (one of 20), :nu customers, 20 % open; every hundredth holds the word xylophone.
\set ON_ERROR_STOP 1
begin;
-- 5,000 texts of about 110 words, drawn by a Zipf-like rule from 3,000 made-up words.
create table zz_pool as
  select id, string_agg(word, ' ' order by n) filter (where n <= 6) s, string_agg(word, ' ' order by n) b
  from (select id, n, translate(substr(md5('w' || floor(3000 ^ (abs(hashtext(id || ':' || n)) / 2147483648.0))::int), 1, 5 + n % 4), '0123456789', 'ghijklmnop') word
        from generate_series(1, 5000) id, generate_series(1, 110) n) w
  group by id;
alter table zz_pool add primary key (id);
create temp table base as select (select coalesce(max(id),0) from principals) p,(select coalesce(max(id),0) from users) u,(select coalesce(max(id),0) from tickets) t,(select coalesce(max(id),0) from transactions) x,(select coalesce(max(id),0) from attachments) a,(select coalesce(max(id),0) from groupmembers) gm,(select coalesce(max(id),0) from cachedgroupmembers) c, (select id from groups where domain='SystemInternal' and name='Everyone') ev,(select id from groups where domain='SystemInternal' and name='Unprivileged') un;
select p pb,t tb,x xb,a ab,gm gb,c cb,ev,un from base \gset
-- users: principal ids p+2k-1 (user), p+2k (aclequiv group)
insert into principals(id,principaltype,disabled) select :pb+2*k-1,'User',0 from generate_series(1,:nu) k;
insert into principals(id,principaltype,disabled) select :pb+2*k,'Group',0 from generate_series(1,:nu) k;
insert into users(id,name,emailaddress,realname,password,creator,created,lastupdatedby,lastupdated) select :pb+2*k-1,'bulk'||(:pb+2*k-1)||'@cust.test','bulk'||(:pb+2*k-1)||'@cust.test','Bulk '||k,'*NO-PASSWORD*',1,now(),1,now() from generate_series(1,:nu) k;
insert into groups(id,name,description,domain,instance,creator,created,lastupdatedby,lastupdated) select :pb+2*k,'UserEquiv','ACL equiv. for user '||(:pb+2*k-1),'ACLEquivalence',:pb+2*k-1,1,now(),1,now() from generate_series(1,:nu) k;
insert into groupmembers(id,groupid,memberid,creator,created,lastupdatedby,lastupdated) select :gb+3*k-2,:pb+2*k,:pb+2*k-1,1,now(),1,now() from generate_series(1,:nu) k union all select :gb+3*k-1,:ev,:pb+2*k-1,1,now(),1,now() from generate_series(1,:nu) k union all select :gb+3*k,:un,:pb+2*k-1,1,now(),1,now() from generate_series(1,:nu) k;
insert into cachedgroupmembers(id,groupid,memberid,via,immediateparentid,disabled) select :cb+4*k-3,:pb+2*k,:pb+2*k,:cb+4*k-3,:pb+2*k,0 from generate_series(1,:nu) k union all select :cb+4*k-2,:pb+2*k,:pb+2*k-1,:cb+4*k-2,:pb+2*k,0 from generate_series(1,:nu) k union all select :cb+4*k-1,:ev,:pb+2*k-1,:cb+4*k-1,:ev,0 from generate_series(1,:nu) k union all select :cb+4*k,:un,:pb+2*k-1,:cb+4*k,:un,0 from generate_series(1,:nu) k;
select :pb+2*:nu as pg, :gb+3*:nu as gg, :cb+4*:nu as cg \gset
create temp table tk as select k, :tb+k as tid, :pb+2*(1+(k*7919)%:nu)-1 as uid, now()-((:n-k)*interval '10 minutes') as ts, case when k%5=0 then case when k%2=0 then 'new' else 'open' end else 'resolved' end as st, 1+(k*31)%5000 as p1, 1+(k*17+3)%5000 as p2 from generate_series(1,:n) k;
insert into tickets(id,effectiveid,queue,type,owner,subject,status,told,starts,started,due,resolved,lastupdatedby,lastupdated,creator,created) select tid,tid,1,'ticket',6,s,st,ts,'1970-01-01',ts,'1970-01-01',case when st='resolved' then ts else '1970-01-01' end,uid,ts,uid,ts from tk join zz_pool on zz_pool.id=p1;
insert into principals(id,principaltype,disabled) select :pg+4*(k-1)+j,'Group',0 from tk,generate_series(1,4) j;
insert into groups(id,name,description,domain,instance,creator,created,lastupdatedby,lastupdated) select :pg+4*(k-1)+j,(array['AdminCc','Cc','Owner','Requestor'])[j],'','RT::Ticket-Role',tid,uid,ts,uid,ts from tk,generate_series(1,4) j;
insert into groupmembers(id,groupid,memberid,creator,created,lastupdatedby,lastupdated) select :gg+2*k-1,:pg+4*(k-1)+3,6,uid,ts,uid,ts from tk union all select :gg+2*k,:pg+4*(k-1)+4,uid,uid,ts,uid,ts from tk;
insert into cachedgroupmembers(id,groupid,memberid,via,immediateparentid,disabled) select :cg+6*(k-1)+j,:pg+4*(k-1)+j,:pg+4*(k-1)+j,:cg+6*(k-1)+j,:pg+4*(k-1)+j,0 from tk,generate_series(1,4) j union all select :cg+6*(k-1)+5,:pg+4*(k-1)+3,6,:cg+6*(k-1)+5,:pg+4*(k-1)+3,0 from tk union all select :cg+6*(k-1)+6,:pg+4*(k-1)+4,uid,:cg+6*(k-1)+6,:pg+4*(k-1)+4,0 from tk;
insert into transactions(id,objecttype,objectid,type,creator,created) select :xb+2*k-1,'RT::Ticket',tid,'Create',uid,ts from tk union all select :xb+2*k,'RT::Ticket',tid,'Correspond',14,ts+interval '1 hour' from tk;
insert into attachments(id,transactionid,parent,messageid,subject,contenttype,headers,creator,created) select :ab+6*k-5,:xb+2*k-1,0,'bulk.'||tid||'@cust.test',s,'multipart/alternative','Subject: '||s||E'\nFrom: bulk'||uid||'@cust.test'||E'\nMessage-ID: <bulk.'||tid||'@cust.test>'||E'\nContent-Type: multipart/alternative\n',uid,ts from tk join zz_pool on zz_pool.id=p1
 union all select :ab+6*k-2,:xb+2*k,0,'rt-bulk.'||tid||'@bench.test',s,'multipart/alternative','Subject: '||s||E'\nMessage-ID: <rt-bulk.'||tid||E'@bench.test>\nContent-Type: multipart/alternative\n',14,ts from tk join zz_pool on zz_pool.id=p1;
insert into attachments(id,transactionid,parent,contenttype,contentencoding,content,headers,creator,created) select :ab+6*k-4,:xb+2*k-1,:ab+6*k-5,'text/plain','none',b||case when tid%100=0 then ' xylophone' else '' end,E'Content-Type: text/plain; charset="utf-8"\nX-RT-Original-Encoding: utf-8\n',uid,ts from tk join zz_pool on zz_pool.id=p1
 union all select :ab+6*k-3,:xb+2*k-1,:ab+6*k-5,'text/html','none','<html><body><p>'||b||case when tid%100=0 then ' xylophone' else '' end||'</p></body></html>',E'Content-Type: text/html; charset="utf-8"\nX-RT-Original-Encoding: utf-8\n',uid,ts from tk join zz_pool on zz_pool.id=p1
 union all select :ab+6*k-1,:xb+2*k,:ab+6*k-2,'text/plain','none',b,E'Content-Type: text/plain; charset="utf-8"\nX-RT-Original-Encoding: utf-8\n',14,ts from tk join zz_pool on zz_pool.id=p2
 union all select :ab+6*k,:xb+2*k,:ab+6*k-2,'text/html','none','<p>'||b||'</p>',E'Content-Type: text/html; charset="utf-8"\nX-RT-Original-Encoding: utf-8\n',14,ts from tk join zz_pool on zz_pool.id=p2;
-- the last ticket gets 18 messages more
select max(id) t from tickets \gset
select max(id) x from transactions \gset
select max(id) a from attachments \gset
insert into transactions(id,objecttype,objectid,type,creator,created) select :x+k,'RT::Ticket',:t,'Correspond',14,now()+k*interval '1 minute' from generate_series(1,18) k;
insert into attachments(id,transactionid,parent,subject,contenttype,contentencoding,content,headers,creator,created) select :a+k,:x+k,0,'Re','text/plain','none',b,E'Content-Type: text/plain; charset="utf-8"\nX-RT-Original-Encoding: utf-8\n',14,now()+k*interval '1 minute' from generate_series(1,18) k join zz_pool on zz_pool.id=k;
select setval('principals_id_seq',(select max(id) from principals)),setval('groups_id_seq',(select max(id) from groups)),setval('users_id_seq',(select max(id) from users)),setval('tickets_id_seq',(select max(id) from tickets)),setval('transactions_id_seq',(select max(id) from transactions)),setval('attachments_id_seq',(select max(id) from attachments)),setval('groupmembers_id_seq',(select max(id) from groupmembers)),setval('cachedgroupmembers_id_seq',(select max(id) from cachedgroupmembers));
commit;
