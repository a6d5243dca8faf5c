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
-- Data for Name: responses; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.responses VALUES ('resp_bf857ee5d3a800717f61f5c0e9f2e60397bfb8305beab126', 'master', 'resp_505a23c324295a3b69cede860a918948af2f193ba7ebb9a4', 1795988917027, 2111348917027, 1229, '[{"id":"msg_b47512ab939be1523da422c7a3299bc2a6938ec51f02a2b5","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"東京では？"}]}]', '{"id":"resp_bf857ee5d3a800717f61f5c0e9f2e60397bfb8305beab126","object":"response","created_at":1795988917,"status":"completed","background":false,"completed_at":1795988917,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_a33ec1cb4cde0368baeb09f56ada2aaa511a5db456e47a8c","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":"resp_505a23c324295a3b69cede860a918948af2f193ba7ebb9a4","prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');
INSERT INTO public.responses VALUES ('resp_505a23c324295a3b69cede860a918948af2f193ba7ebb9a4', 'master', NULL, 1795988916811, 2111435317027, 1185, '[{"id":"msg_843a7e480f99be6b0ab78388f0a58f6db2560cfdfb6f7df7","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"Wie hoch ist der Turm?"}]}]', '{"id":"resp_505a23c324295a3b69cede860a918948af2f193ba7ebb9a4","object":"response","created_at":1795988916,"status":"completed","background":false,"completed_at":1795988916,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_d66fa139387129e6307a1e8e97d49d479ea8f6cb6c6441eb","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":null,"prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');


--
-- Data for Name: showrunner_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.showrunner_migrations VALUES ('gateway', '0001-spend', '2026-11-29T21:48:36.967Z');
INSERT INTO public.showrunner_migrations VALUES ('gateway', '0002-responses', '2026-11-29T21:48:36.996Z');
INSERT INTO public.showrunner_migrations VALUES ('gateway', '0003-vendor-things', '2026-11-29T21:48:37.013Z');


--
-- Data for Name: spend_logs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spend_logs VALUES ('whole', 2775343477490016, 0.00020250000000000002, 21, 9, 12, 1795988916613, 1795988916674, NULL, '5a18c9cec39c5631-0');
INSERT INTO public.spend_logs VALUES ('whole-again', 2257511818274380, 0, 21, 9, 12, 1795988916701, 1795988916701, NULL, '5a18c9cec39c5631-1');
INSERT INTO public.spend_logs VALUES ('streamed', 2775343477490016, 6.25e-05, 10, 7, 3, 1795988916712, 1795988916752, 1795988916748, '5a18c9cec39c5631-2');
INSERT INTO public.spend_logs VALUES ('streamed-again', 2257511818274380, 0, 10, 7, 3, 1795988916756, 1795988916756, NULL, '5a18c9cec39c5631-3');
INSERT INTO public.spend_logs VALUES ('another-vendor', 2223508220142492, 0.00020700000000000002, 21, 9, 12, 1795988916759, 1795988916763, NULL, '5a18c9cec39c5631-4');
INSERT INTO public.spend_logs VALUES ('many-tokens', 2775343477490016, 60000, 5000000000, 3000000000, 2000000000, 1795988916764, 1795988916774, NULL, '5a18c9cec39c5631-5');
INSERT INTO public.spend_logs VALUES ('without-a-price', 214850796425219, NULL, 21, 9, 12, 1795988916777, 1795988916781, NULL, '5a18c9cec39c5631-6');
INSERT INTO public.spend_logs VALUES ('by-a-wildcard', 4305401472248591, 6.075e-05, 21, 9, 12, 1795988916781, 1795988916783, NULL, '5a18c9cec39c5631-7');
INSERT INTO public.spend_logs VALUES ('broken-off', 1665140568260143, 5.5e-05, 12, 10, 2, 1795988916783, 1795988916788, 1795988916787, '5a18c9cec39c5631-8');
INSERT INTO public.spend_logs VALUES ('failed', 1254562534213283, 0, 0, 0, 0, 1795988916790, 1795988916798, NULL, '5a18c9cec39c5631-9');
INSERT INTO public.spend_logs VALUES ('req_430de76b5b40b0ee409900000000000a', 2696134156809826, 0.00020700000000000002, 21, 9, 12, 1795988916805, 1795988917016, NULL, '5a18c9cec39c5631-10');
INSERT INTO public.spend_logs VALUES ('req_430de76b5b40b0ee409900000000000b', 2696134156809826, 0.00020700000000000002, 21, 9, 12, 1795988917017, 1795988917030, NULL, '5a18c9cec39c5631-11');


--
-- Data for Name: spend_series; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spend_series VALUES (2775343477490016, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', '364dbab09ccb95297015f42a67462498f8b1ba8cf3680df95ca8322b0685ded0', 'gpt', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (2257511818274380, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', '364dbab09ccb95297015f42a67462498f8b1ba8cf3680df95ca8322b0685ded0', 'gpt', 'openai', 'True', 'success');
INSERT INTO public.spend_series VALUES (2223508220142492, 'acompletion', 'litellm_proxy_master_key', 'claude-sonnet-4-5', '85a94b7ed86ed41aa60d13646b412ec2fafa4e76fa479b9d409b6f23e4f433b6', 'claude', 'anthropic', 'False', 'success');
INSERT INTO public.spend_series VALUES (214850796425219, 'acompletion', 'litellm_proxy_master_key', 'own-model', '80c89663268803e3f55a8c921b774608d9185536f97a2392104ee9c620bfd2b7', '自前/モデル 🎬', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (4305401472248591, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4-mini', 'b95d9bb61e9c6dbdc8193db230ae24ba86865800e9f8b1d888c656a344253430', 'openai/*', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (1665140568260143, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', '364dbab09ccb95297015f42a67462498f8b1ba8cf3680df95ca8322b0685ded0', 'gpt', 'openai', 'False', 'failure');
INSERT INTO public.spend_series VALUES (1254562534213283, 'acompletion', 'litellm_proxy_master_key', '', '', 'gpt', '', 'False', 'failure');
INSERT INTO public.spend_series VALUES (2696134156809826, 'aresponses', 'litellm_proxy_master_key', 'claude-sonnet-4-5', '85a94b7ed86ed41aa60d13646b412ec2fafa4e76fa479b9d409b6f23e4f433b6', 'claude', 'anthropic', 'False', 'success');


--
-- Data for Name: vendor_things; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.vendor_things VALUES ('file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2', 'file', 'master', 'files:openai', 1763856000000, 1830548917158, '{"id":"file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2","object":"file","purpose":"batch","created_at":1763856000}');
INSERT INTO public.vendor_things VALUES ('batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA', 'batch', 'master', 'files:openai', 1763856000000, 1830548917246, '{"id":"batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA","object":"batch","status":"validating","created_at":1763856000}');


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
-- Name: vendor_things vendor_things_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vendor_things
    ADD CONSTRAINT vendor_things_pkey PRIMARY KEY (id);


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


