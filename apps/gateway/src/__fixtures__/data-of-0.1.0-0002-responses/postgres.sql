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
-- Data for Name: responses; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.responses VALUES ('resp_da3f2e4fceab10a1d88fa58151a89b5c1b708d54fa309e02', 'master', 'resp_00b8bb2a8f8e58df71870b2cdb189b576352fe587e09bcbb', 1795988975541, 2111348975541, 1229, '[{"id":"msg_62fd0cf009d1a92a1849479f3955f9b1756b29c61d53d2ab","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"東京では？"}]}]', '{"id":"resp_da3f2e4fceab10a1d88fa58151a89b5c1b708d54fa309e02","object":"response","created_at":1795988975,"status":"completed","background":false,"completed_at":1795988975,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_5ff90638f4ed6e815028b425e1cddaf98559f31d9457f738","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":"resp_00b8bb2a8f8e58df71870b2cdb189b576352fe587e09bcbb","prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');
INSERT INTO public.responses VALUES ('resp_00b8bb2a8f8e58df71870b2cdb189b576352fe587e09bcbb', 'master', NULL, 1795988975526, 2111435375541, 1185, '[{"id":"msg_1c399c13101c98c102bcb99abb2c4dd1b7f2993939e212b0","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"Wie hoch ist der Turm?"}]}]', '{"id":"resp_00b8bb2a8f8e58df71870b2cdb189b576352fe587e09bcbb","object":"response","created_at":1795988975,"status":"completed","background":false,"completed_at":1795988975,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_f560ff936b4d35b923bf100198353099c02bd49ee5848258","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":null,"prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');


--
-- Data for Name: showrunner_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.showrunner_migrations VALUES ('gateway', '0001-spend', '2026-11-29T21:49:35.376Z');
INSERT INTO public.showrunner_migrations VALUES ('gateway', '0002-responses', '2026-11-29T21:49:35.392Z');


--
-- Data for Name: spend_logs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spend_logs VALUES ('whole', 3088215389241381, 0.00020250000000000002, 21, 9, 12, 1795988975290, 1795988975348, NULL, '6a0ac44145787a99-0');
INSERT INTO public.spend_logs VALUES ('whole-again', 4021106829232607, 0, 21, 9, 12, 1795988975361, 1795988975362, NULL, '6a0ac44145787a99-1');
INSERT INTO public.spend_logs VALUES ('streamed', 3088215389241381, 6.25e-05, 10, 7, 3, 1795988975363, 1795988975384, 1795988975383, '6a0ac44145787a99-2');
INSERT INTO public.spend_logs VALUES ('streamed-again', 4021106829232607, 0, 10, 7, 3, 1795988975399, 1795988975399, NULL, '6a0ac44145787a99-3');
INSERT INTO public.spend_logs VALUES ('another-vendor', 2081229598636733, 0.00020700000000000002, 21, 9, 12, 1795988975408, 1795988975413, NULL, '6a0ac44145787a99-4');
INSERT INTO public.spend_logs VALUES ('many-tokens', 3088215389241381, 60000, 5000000000, 3000000000, 2000000000, 1795988975421, 1795988975425, NULL, '6a0ac44145787a99-5');
INSERT INTO public.spend_logs VALUES ('without-a-price', 2890370849773987, NULL, 21, 9, 12, 1795988975427, 1795988975437, NULL, '6a0ac44145787a99-6');
INSERT INTO public.spend_logs VALUES ('by-a-wildcard', 2463790292398527, 6.075e-05, 21, 9, 12, 1795988975441, 1795988975458, NULL, '6a0ac44145787a99-7');
INSERT INTO public.spend_logs VALUES ('broken-off', 4388010118711169, 5.5e-05, 12, 10, 2, 1795988975465, 1795988975481, 1795988975479, '6a0ac44145787a99-8');
INSERT INTO public.spend_logs VALUES ('failed', 1254562534213283, 0, 0, 0, 0, 1795988975499, 1795988975518, NULL, '6a0ac44145787a99-9');
INSERT INTO public.spend_logs VALUES ('req_fb3fba585d93e75b19de00000000000a', 241921072594655, 0.00020700000000000002, 21, 9, 12, 1795988975521, 1795988975528, NULL, '6a0ac44145787a99-10');
INSERT INTO public.spend_logs VALUES ('req_fb3fba585d93e75b19de00000000000b', 241921072594655, 0.00020700000000000002, 21, 9, 12, 1795988975530, 1795988975546, NULL, '6a0ac44145787a99-11');


--
-- Data for Name: spend_series; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spend_series VALUES (3088215389241381, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', 'b131a120517ba64bf78f2e685179baf578f58b513d94b029cc6eda03a4b92d99', 'gpt', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (4021106829232607, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', 'b131a120517ba64bf78f2e685179baf578f58b513d94b029cc6eda03a4b92d99', 'gpt', 'openai', 'True', 'success');
INSERT INTO public.spend_series VALUES (2081229598636733, 'acompletion', 'litellm_proxy_master_key', 'claude-sonnet-4-5', 'da288dac718798f105ac7b82fb2a052d85c9b0fc95e88b4f30f1a6465c4eef59', 'claude', 'anthropic', 'False', 'success');
INSERT INTO public.spend_series VALUES (2890370849773987, 'acompletion', 'litellm_proxy_master_key', 'own-model', '0c62686e15e26fd240fd9f064a8d69ba80815613bb1d80acdd9aef9cfa240a40', '自前/モデル 🎬', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (2463790292398527, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4-mini', 'bef7affe56700f3069717fa23ddc1d4dafcb5af714963317f64a4c651fd02351', 'openai/*', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (4388010118711169, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', 'b131a120517ba64bf78f2e685179baf578f58b513d94b029cc6eda03a4b92d99', 'gpt', 'openai', 'False', 'failure');
INSERT INTO public.spend_series VALUES (1254562534213283, 'acompletion', 'litellm_proxy_master_key', '', '', 'gpt', '', 'False', 'failure');
INSERT INTO public.spend_series VALUES (241921072594655, 'aresponses', 'litellm_proxy_master_key', 'claude-sonnet-4-5', 'da288dac718798f105ac7b82fb2a052d85c9b0fc95e88b4f30f1a6465c4eef59', 'claude', 'anthropic', 'False', 'success');


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
-- Name: spend_logs spend_logs_series_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.spend_logs
    ADD CONSTRAINT spend_logs_series_id_fkey FOREIGN KEY (series_id) REFERENCES public.spend_series(id);


