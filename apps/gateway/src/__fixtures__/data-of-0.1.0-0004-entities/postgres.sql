--
-- Name: entities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entities (
    kind text NOT NULL,
    id text NOT NULL,
    alias text,
    team_id text,
    user_id text,
    organization_id text,
    budget_id text,
    created_at bigint NOT NULL,
    created_by text,
    updated_at bigint NOT NULL,
    updated_by text,
    settings text NOT NULL
);


--
-- Name: entity_changes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entity_changes (
    id text NOT NULL,
    kind text NOT NULL,
    entity_id text NOT NULL,
    changed_at bigint NOT NULL
);


--
-- Name: key_digests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.key_digests (
    digest text NOT NULL,
    key_id text NOT NULL,
    valid_until bigint
);


--
-- Name: purse_batches; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.purse_batches (
    id text NOT NULL,
    written_at bigint NOT NULL
);


--
-- Name: purses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.purses (
    id text NOT NULL,
    total double precision NOT NULL,
    spent double precision NOT NULL,
    window_ends_at bigint,
    epoch integer NOT NULL
);


--
-- Name: responses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.responses (
    id text NOT NULL,
    owner text NOT NULL,
    previous_id text,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    bytes bigint NOT NULL,
    input text NOT NULL,
    response text NOT NULL
);


--
-- Name: showrunner_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.showrunner_migrations (
    owner text NOT NULL,
    id text NOT NULL,
    applied_at text NOT NULL
);


--
-- Name: spend_logs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.spend_logs (
    request_id text NOT NULL,
    series_id bigint NOT NULL,
    spend double precision,
    total_tokens bigint NOT NULL,
    prompt_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint NOT NULL,
    first_content_at bigint,
    row_id text NOT NULL
);


--
-- Name: spend_series; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.spend_series (
    id bigint NOT NULL,
    call_type text NOT NULL,
    api_key text NOT NULL,
    model text NOT NULL,
    model_id text NOT NULL,
    model_group text NOT NULL,
    custom_llm_provider text NOT NULL,
    cache_hit text NOT NULL,
    status text NOT NULL
);


--
-- Name: unique_aliases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unique_aliases (
    kind text NOT NULL,
    alias text NOT NULL,
    id text NOT NULL
);


--
-- Name: vendor_things; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.vendor_things (
    id text NOT NULL,
    kind text NOT NULL,
    owner text NOT NULL,
    deployment_id text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    object text NOT NULL
);


--
-- Data for Name: entities; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entities VALUES ('user', 'jürgen', 'juergen@example.com', NULL, NULL, NULL, NULL, 1795997121503, 'default_user_id', 1795997121503, 'default_user_id', '{"metadata":{},"user_role":"internal_user"}');
INSERT INTO public.entities VALUES ('team', 'blau', 'Blau', NULL, NULL, NULL, NULL, 1795997121527, 'default_user_id', 1795997121527, 'default_user_id', '{"max_budget":100,"metadata":{}}');
INSERT INTO public.entities VALUES ('member', 'blau:j%C3%BCrgen', NULL, 'blau', 'jürgen', NULL, NULL, 1795997121531, 'default_user_id', 1795997121531, 'default_user_id', '{"role":"user","metadata":{}}');
INSERT INTO public.entities VALUES ('key', '85f1deab-8510-4cd1-b452-dc30434e6386', '鍵', 'blau', 'jürgen', NULL, NULL, 1795997121547, 'default_user_id', 1795997121547, 'default_user_id', '{"max_budget":10,"rpm_limit":100,"models":["now","gpt"],"metadata":{},"key_name":"sk-...sion"}');


--
-- Data for Name: entity_changes; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entity_changes VALUES ('59f85b54-0401-448d-ac50-bc9bf068ee52', 'user', 'jürgen', 1795997121504);
INSERT INTO public.entity_changes VALUES ('d41645b3-a174-4084-b49d-4b4aeb2e37ea', 'team', 'blau', 1795997121528);
INSERT INTO public.entity_changes VALUES ('a6de88f7-12bf-4252-8538-a258396600e7', 'member', 'blau:j%C3%BCrgen', 1795997121532);
INSERT INTO public.entity_changes VALUES ('deea20c8-65bd-4a13-958c-138ee66a3a80', 'key', '85f1deab-8510-4cd1-b452-dc30434e6386', 1795997121550);


--
-- Data for Name: key_digests; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.key_digests VALUES ('2a2f6120b6145165bc448c71910e85d95e8dcbbc62aee40f9e7d350501d7869f', '85f1deab-8510-4cd1-b452-dc30434e6386', NULL);


--
-- Data for Name: purse_batches; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: purses; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.purses VALUES ('key:85f1deab-8510-4cd1-b452-dc30434e6386', 5, 5, NULL, 1);


--
-- Data for Name: responses; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.responses VALUES ('resp_a19ab1661d13a342f7662aa776e9dd46df9dad57f4f8b5b0', 'master', 'resp_cc645bfeccdead8b829aae10624b1fc085d674dd21b6b9da', 1795997121426, 2111357121426, 1229, '[{"id":"msg_4e0fda7476d70de96b33b3b605388b34708252536f45ceaf","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"東京では？"}]}]', '{"id":"resp_a19ab1661d13a342f7662aa776e9dd46df9dad57f4f8b5b0","object":"response","created_at":1795997121,"status":"completed","background":false,"completed_at":1795997121,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_cb211b9e17fca1a4053db4763f75dd118b7cd8d45f64e665","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":"resp_cc645bfeccdead8b829aae10624b1fc085d674dd21b6b9da","prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');
INSERT INTO public.responses VALUES ('resp_cc645bfeccdead8b829aae10624b1fc085d674dd21b6b9da', 'master', NULL, 1795997121403, 2111443521426, 1185, '[{"id":"msg_d2de24b81919b4252181f0ee63477a2708b74b98a90a9a67","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"Wie hoch ist der Turm?"}]}]', '{"id":"resp_cc645bfeccdead8b829aae10624b1fc085d674dd21b6b9da","object":"response","created_at":1795997121,"status":"completed","background":false,"completed_at":1795997121,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_e9d7422b56235909cd22ce005fc2ee04609672ba62134385","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":null,"prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');


--
-- Data for Name: showrunner_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.showrunner_migrations VALUES ('gateway', '0001-spend', '2026-11-30T00:05:21.356Z');
INSERT INTO public.showrunner_migrations VALUES ('gateway', '0002-responses', '2026-11-30T00:05:21.366Z');
INSERT INTO public.showrunner_migrations VALUES ('gateway', '0003-vendor-things', '2026-11-30T00:05:21.376Z');
INSERT INTO public.showrunner_migrations VALUES ('gateway', '0004-entities', '2026-11-30T00:05:21.413Z');


--
-- Data for Name: spend_logs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spend_logs VALUES ('whole', 3480941369462896, 0.00020250000000000002, 21, 9, 12, 1795997121303, 1795997121328, NULL, 'f63657891827dbab-0');
INSERT INTO public.spend_logs VALUES ('whole-again', 31399320023319, 0, 21, 9, 12, 1795997121340, 1795997121341, NULL, 'f63657891827dbab-1');
INSERT INTO public.spend_logs VALUES ('streamed', 3480941369462896, 6.25e-05, 10, 7, 3, 1795997121343, 1795997121350, 1795997121349, 'f63657891827dbab-2');
INSERT INTO public.spend_logs VALUES ('streamed-again', 31399320023319, 0, 10, 7, 3, 1795997121353, 1795997121353, NULL, 'f63657891827dbab-3');
INSERT INTO public.spend_logs VALUES ('another-vendor', 1453063200553983, 0.00020700000000000002, 21, 9, 12, 1795997121356, 1795997121361, NULL, 'f63657891827dbab-4');
INSERT INTO public.spend_logs VALUES ('many-tokens', 3480941369462896, 60000, 5000000000, 3000000000, 2000000000, 1795997121363, 1795997121365, NULL, 'f63657891827dbab-5');
INSERT INTO public.spend_logs VALUES ('without-a-price', 3129399761250248, NULL, 21, 9, 12, 1795997121370, 1795997121375, NULL, 'f63657891827dbab-6');
INSERT INTO public.spend_logs VALUES ('by-a-wildcard', 2828641938925179, 6.075e-05, 21, 9, 12, 1795997121378, 1795997121384, NULL, 'f63657891827dbab-7');
INSERT INTO public.spend_logs VALUES ('broken-off', 112768796089123, 5.5e-05, 12, 10, 2, 1795997121386, 1795997121392, 1795997121390, 'f63657891827dbab-8');
INSERT INTO public.spend_logs VALUES ('failed', 1254562534213283, 0, 0, 0, 0, 1795997121394, 1795997121397, NULL, 'f63657891827dbab-9');
INSERT INTO public.spend_logs VALUES ('req_1ab252b23b6677b5a2aa00000000000a', 3005086173626381, 0.00020700000000000002, 21, 9, 12, 1795997121399, 1795997121415, NULL, 'f63657891827dbab-10');
INSERT INTO public.spend_logs VALUES ('req_1ab252b23b6677b5a2aa00000000000b', 3005086173626381, 0.00020700000000000002, 21, 9, 12, 1795997121416, 1795997121446, NULL, 'f63657891827dbab-11');


--
-- Data for Name: spend_series; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spend_series VALUES (3480941369462896, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', '35f6fa0cd5658d0425fd51765c39daaa9b7230e2b780bef24938d1b4d4b9f194', 'gpt', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (31399320023319, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', '35f6fa0cd5658d0425fd51765c39daaa9b7230e2b780bef24938d1b4d4b9f194', 'gpt', 'openai', 'True', 'success');
INSERT INTO public.spend_series VALUES (1453063200553983, 'acompletion', 'litellm_proxy_master_key', 'claude-sonnet-4-5', '1e9d15f9ae6b54beba4b0f171c16a4abe020cc47df2239554e23724d7d0e6a69', 'claude', 'anthropic', 'False', 'success');
INSERT INTO public.spend_series VALUES (3129399761250248, 'acompletion', 'litellm_proxy_master_key', 'own-model', '21224b5566c8e0e62955bdd4a184a18d9890062a4c3fbb50da0bcc2367d891c2', '自前/モデル 🎬', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (2828641938925179, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4-mini', 'd4160acc9cf2a426a8b287df067e37c336a3f41b0dc013e713ef114bf11591ff', 'openai/*', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (112768796089123, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', '35f6fa0cd5658d0425fd51765c39daaa9b7230e2b780bef24938d1b4d4b9f194', 'gpt', 'openai', 'False', 'failure');
INSERT INTO public.spend_series VALUES (1254562534213283, 'acompletion', 'litellm_proxy_master_key', '', '', 'gpt', '', 'False', 'failure');
INSERT INTO public.spend_series VALUES (3005086173626381, 'aresponses', 'litellm_proxy_master_key', 'claude-sonnet-4-5', '1e9d15f9ae6b54beba4b0f171c16a4abe020cc47df2239554e23724d7d0e6a69', 'claude', 'anthropic', 'False', 'success');


--
-- Data for Name: unique_aliases; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.unique_aliases VALUES ('key', '鍵', '85f1deab-8510-4cd1-b452-dc30434e6386');


--
-- Data for Name: vendor_things; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.vendor_things VALUES ('file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2', 'file', 'master', 'files:openai', 1763856000000, 1830557121485, '{"id":"file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2","object":"file","purpose":"batch","created_at":1763856000}');
INSERT INTO public.vendor_things VALUES ('batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA', 'batch', 'master', 'files:openai', 1763856000000, 1830557121497, '{"id":"batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA","object":"batch","status":"validating","created_at":1763856000}');


--
-- Name: entities entities_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entities
    ADD CONSTRAINT entities_key PRIMARY KEY (kind, id);


--
-- Name: entity_changes entity_changes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entity_changes
    ADD CONSTRAINT entity_changes_pkey PRIMARY KEY (id);


--
-- Name: key_digests key_digests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.key_digests
    ADD CONSTRAINT key_digests_pkey PRIMARY KEY (digest);


--
-- Name: purse_batches purse_batches_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.purse_batches
    ADD CONSTRAINT purse_batches_pkey PRIMARY KEY (id);


--
-- Name: purses purses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.purses
    ADD CONSTRAINT purses_pkey PRIMARY KEY (id);


--
-- Name: responses responses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.responses
    ADD CONSTRAINT responses_pkey PRIMARY KEY (id);


--
-- Name: showrunner_migrations showrunner_migrations_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.showrunner_migrations
    ADD CONSTRAINT showrunner_migrations_key PRIMARY KEY (owner, id);


--
-- Name: spend_logs spend_logs_row_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.spend_logs
    ADD CONSTRAINT spend_logs_row_id_key UNIQUE (row_id);


--
-- Name: spend_series spend_series_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.spend_series
    ADD CONSTRAINT spend_series_pkey PRIMARY KEY (id);


--
-- Name: unique_aliases unique_aliases_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unique_aliases
    ADD CONSTRAINT unique_aliases_key PRIMARY KEY (kind, alias);


--
-- Name: vendor_things vendor_things_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vendor_things
    ADD CONSTRAINT vendor_things_pkey PRIMARY KEY (id);


--
-- Name: entities_alias; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entities_alias ON public.entities USING btree (kind, alias, id);


--
-- Name: entities_budget_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entities_budget_id ON public.entities USING btree (kind, budget_id, id);


--
-- Name: entities_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entities_created_at ON public.entities USING btree (kind, created_at, id);


--
-- Name: entities_organization_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entities_organization_id ON public.entities USING btree (kind, organization_id, id);


--
-- Name: entities_team_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entities_team_id ON public.entities USING btree (kind, team_id, id);


--
-- Name: entities_user_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entities_user_id ON public.entities USING btree (kind, user_id, id);


--
-- Name: entity_changes_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entity_changes_time ON public.entity_changes USING btree (changed_at);


--
-- Name: key_digests_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX key_digests_of ON public.key_digests USING btree (key_id);


--
-- Name: responses_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX responses_expiry ON public.responses USING btree (expires_at, bytes);


--
-- Name: spend_logs_request; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX spend_logs_request ON public.spend_logs USING btree (request_id);


--
-- Name: spend_logs_start; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX spend_logs_start ON public.spend_logs USING btree (started_at);


--
-- Name: unique_aliases_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unique_aliases_of ON public.unique_aliases USING btree (kind, id);


--
-- Name: vendor_things_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX vendor_things_expiry ON public.vendor_things USING btree (expires_at);


--
-- Name: vendor_things_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX vendor_things_of ON public.vendor_things USING btree (owner, kind, created_at, id);


--
-- Name: spend_logs spend_logs_series_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.spend_logs
    ADD CONSTRAINT spend_logs_series_id_fkey FOREIGN KEY (series_id) REFERENCES public.spend_series(id);


