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
-- Data for Name: showrunner_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.showrunner_migrations VALUES ('gateway', '0001-spend', '2026-11-28T23:46:24.170Z');


--
-- Data for Name: spend_logs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spend_logs VALUES ('whole', 1765269364058652, 0.00020250000000000002, 21, 9, 12, 1795909584060, 1795909584071, NULL, '0b817b1484e3dccb-0');
INSERT INTO public.spend_logs VALUES ('whole-again', 630412067659571, 0, 21, 9, 12, 1795909584083, 1795909584084, NULL, '0b817b1484e3dccb-1');
INSERT INTO public.spend_logs VALUES ('streamed', 1765269364058652, 6.25e-05, 10, 7, 3, 1795909584120, 1795909584146, 1795909584146, '0b817b1484e3dccb-2');
INSERT INTO public.spend_logs VALUES ('streamed-again', 630412067659571, 0, 10, 7, 3, 1795909584149, 1795909584149, NULL, '0b817b1484e3dccb-3');
INSERT INTO public.spend_logs VALUES ('another-vendor', 3493115373300393, 0.00020700000000000002, 21, 9, 12, 1795909584152, 1795909584156, NULL, '0b817b1484e3dccb-4');
INSERT INTO public.spend_logs VALUES ('many-tokens', 1765269364058652, 37500, 5000000000, 3000000000, 2000000000, 1795909584157, 1795909584159, NULL, '0b817b1484e3dccb-5');
INSERT INTO public.spend_logs VALUES ('without-a-price', 615072499285227, NULL, 21, 9, 12, 1795909584161, 1795909584163, NULL, '0b817b1484e3dccb-6');
INSERT INTO public.spend_logs VALUES ('by-a-wildcard', 113370425316785, 6.075e-05, 21, 9, 12, 1795909584164, 1795909584168, NULL, '0b817b1484e3dccb-7');
INSERT INTO public.spend_logs VALUES ('broken-off', 2031379911169320, 5.5e-05, 12, 10, 2, 1795909584171, 1795909584174, 1795909584172, '0b817b1484e3dccb-8');
INSERT INTO public.spend_logs VALUES ('failed', 1254562534213283, 0, 0, 0, 0, 1795909584178, 1795909584182, NULL, '0b817b1484e3dccb-9');


--
-- Data for Name: spend_series; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spend_series VALUES (1765269364058652, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', '5f294d8c375dba35d5a9573248d6ca1f0557181762da31a8e1b6a95d1c3956a3', 'gpt', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (630412067659571, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', '5f294d8c375dba35d5a9573248d6ca1f0557181762da31a8e1b6a95d1c3956a3', 'gpt', 'openai', 'True', 'success');
INSERT INTO public.spend_series VALUES (3493115373300393, 'acompletion', 'litellm_proxy_master_key', 'claude-sonnet-4-5', 'f50dd4920253a3a4e27f2068c98b64066c091f7698bad01fdd38e6d9dd73a6a9', 'claude', 'anthropic', 'False', 'success');
INSERT INTO public.spend_series VALUES (615072499285227, 'acompletion', 'litellm_proxy_master_key', 'own-model', '209d70f66fd21f95f32fc45867b23541553010fbc76b240200c61eb31572f4ad', '自前/モデル 🎬', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (113370425316785, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4-mini', '3b4ae5c6052cae419dfc40aa9392ef500c05d14c78c18fcf2dd5027e970488d4', 'openai/*', 'openai', 'False', 'success');
INSERT INTO public.spend_series VALUES (2031379911169320, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', '5f294d8c375dba35d5a9573248d6ca1f0557181762da31a8e1b6a95d1c3956a3', 'gpt', 'openai', 'False', 'failure');
INSERT INTO public.spend_series VALUES (1254562534213283, 'acompletion', 'litellm_proxy_master_key', '', '', 'gpt', '', 'False', 'failure');


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


