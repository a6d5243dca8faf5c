--
-- Name: showrunner_gateway; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA showrunner_gateway;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: daily_label_spend; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.daily_label_spend (
    day bigint NOT NULL,
    series_id bigint NOT NULL,
    spend double precision NOT NULL,
    prompt_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    cache_read_tokens bigint NOT NULL,
    cache_write_tokens bigint NOT NULL,
    requests bigint NOT NULL,
    duration_ms bigint NOT NULL,
    kind text NOT NULL,
    label text NOT NULL
);


--
-- Name: daily_spend; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.daily_spend (
    day bigint NOT NULL,
    series_id bigint NOT NULL,
    spend double precision NOT NULL,
    prompt_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    cache_read_tokens bigint NOT NULL,
    cache_write_tokens bigint NOT NULL,
    requests bigint NOT NULL,
    duration_ms bigint NOT NULL
);


--
-- Name: entities; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.entities (
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
-- Name: entity_changes; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.entity_changes (
    id text NOT NULL,
    kind text NOT NULL,
    entity_id text NOT NULL,
    changed_at bigint NOT NULL
);


--
-- Name: imported_rows; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.imported_rows (
    source text NOT NULL,
    kind text NOT NULL,
    id text NOT NULL,
    entity_id text NOT NULL,
    imported_at bigint NOT NULL
);


--
-- Name: key_digests; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.key_digests (
    digest text NOT NULL,
    key_id text NOT NULL,
    valid_until bigint
);


--
-- Name: purse_batches; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.purse_batches (
    id text NOT NULL,
    written_at bigint NOT NULL
);


--
-- Name: purses; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.purses (
    id text NOT NULL,
    total double precision NOT NULL,
    spent double precision NOT NULL,
    window_ends_at bigint,
    epoch integer NOT NULL
);


--
-- Name: responses; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.responses (
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
-- Name: showrunner_migrations; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.showrunner_migrations (
    owner text NOT NULL,
    id text NOT NULL,
    applied_at text NOT NULL
);


--
-- Name: spend_logs; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.spend_logs (
    request_id text NOT NULL,
    series_id bigint NOT NULL,
    spend double precision,
    total_tokens bigint NOT NULL,
    prompt_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint NOT NULL,
    first_content_at bigint,
    row_id text NOT NULL,
    end_user text,
    request_tags text,
    session_id text,
    requester_ip text,
    response_id text,
    details text,
    cache_read_tokens bigint,
    cache_write_tokens bigint,
    status_code bigint
);


--
-- Name: spend_series; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.spend_series (
    id bigint NOT NULL,
    call_type text NOT NULL,
    api_key text NOT NULL,
    model text NOT NULL,
    model_id text NOT NULL,
    model_group text NOT NULL,
    custom_llm_provider text NOT NULL,
    cache_hit text NOT NULL,
    status text NOT NULL,
    key_hash text DEFAULT ''::text NOT NULL,
    key_alias text DEFAULT ''::text NOT NULL,
    team_id text DEFAULT ''::text NOT NULL,
    team_alias text DEFAULT ''::text NOT NULL,
    user_id text DEFAULT ''::text NOT NULL,
    organization_id text DEFAULT ''::text NOT NULL,
    api_base text DEFAULT ''::text NOT NULL
);


--
-- Name: summed_spend; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.summed_spend (
    until bigint NOT NULL
);


--
-- Name: unique_aliases; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.unique_aliases (
    kind text NOT NULL,
    alias text NOT NULL,
    id text NOT NULL
);


--
-- Name: vendor_things; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.vendor_things (
    id text NOT NULL,
    kind text NOT NULL,
    owner text NOT NULL,
    deployment_id text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    object text NOT NULL
);


--
-- Data for Name: daily_label_spend; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.daily_label_spend VALUES (20787, 2769647283533101, 60000, 3000000000, 2000000000, 0, 0, 1, 3, 'customer', 'many');
INSERT INTO showrunner_gateway.daily_label_spend VALUES (20787, 3810010247973303, 5.5e-05, 10, 2, 0, 0, 1, 3, 'customer', 'broken');
INSERT INTO showrunner_gateway.daily_label_spend VALUES (20787, 3810010247973303, 0, 0, 0, 0, 0, 1, 3, 'customer', 'failed');


--
-- Data for Name: daily_spend; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 21292298648736, 0.00020700000000000002, 9, 12, 0, 0, 1, 3);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 2769647283533101, 60000.000265, 3000000016, 2000000015, 0, 0, 3, 16);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 3810010247973303, 5.5e-05, 10, 2, 0, 0, 2, 7);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 4117761224612412, 0.00041400000000000003, 18, 24, 0, 0, 2, 14);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 4333729055891151, 0, 9, 12, 0, 0, 1, 1);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 4419533549845078, 6.075e-05, 9, 12, 0, 0, 1, 2);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 4481997313292004, 0, 16, 15, 0, 0, 2, 1);


--
-- Data for Name: entities; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.entities VALUES ('user', 'jürgen', 'juergen@example.com', NULL, NULL, NULL, NULL, 1796009130877, 'default_user_id', 1796009130877, 'default_user_id', '{"metadata":{},"user_role":"internal_user"}');
INSERT INTO showrunner_gateway.entities VALUES ('team', 'blau', 'Blau', NULL, NULL, NULL, NULL, 1796009130892, 'default_user_id', 1796009130892, 'default_user_id', '{"max_budget":100,"metadata":{}}');
INSERT INTO showrunner_gateway.entities VALUES ('member', 'blau:j%C3%BCrgen', NULL, 'blau', 'jürgen', NULL, NULL, 1796009130895, 'default_user_id', 1796009130895, 'default_user_id', '{"role":"user","metadata":{}}');
INSERT INTO showrunner_gateway.entities VALUES ('key', 'a34655a9-02c1-4339-a225-db99b118d8b8', '鍵', 'blau', 'jürgen', NULL, NULL, 1796009130902, 'default_user_id', 1796009130902, 'default_user_id', '{"max_budget":10,"rpm_limit":100,"models":["now","gpt"],"metadata":{},"key_name":"sk-...sion"}');


--
-- Data for Name: entity_changes; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.entity_changes VALUES ('99219353-0591-4754-89e8-5abea85148fd', 'user', 'jürgen', 1796009130877);
INSERT INTO showrunner_gateway.entity_changes VALUES ('80f71de7-29ee-4af9-af7e-21ef8f36822f', 'team', 'blau', 1796009130893);
INSERT INTO showrunner_gateway.entity_changes VALUES ('e4b76e12-8f32-45f3-9b0a-66e93014a23a', 'member', 'blau:j%C3%BCrgen', 1796009130895);
INSERT INTO showrunner_gateway.entity_changes VALUES ('31427d8f-e9b1-42b8-be86-07ed57f48821', 'key', 'a34655a9-02c1-4339-a225-db99b118d8b8', 1796009130903);


--
-- Data for Name: imported_rows; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--



--
-- Data for Name: key_digests; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.key_digests VALUES ('2a2f6120b6145165bc448c71910e85d95e8dcbbc62aee40f9e7d350501d7869f', 'a34655a9-02c1-4339-a225-db99b118d8b8', NULL);


--
-- Data for Name: purse_batches; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.purse_batches VALUES ('cd27494c-0ee0-4c18-89fe-302ed1bfea47', 1796009130926);


--
-- Data for Name: purses; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.purses VALUES ('key:a34655a9-02c1-4339-a225-db99b118d8b8', 5, 5, NULL, 1);
INSERT INTO showrunner_gateway.purses VALUES ('customer:broken', 5.5e-05, 5.5e-05, NULL, 0);
INSERT INTO showrunner_gateway.purses VALUES ('customer:many', 60000, 60000, NULL, 0);


--
-- Data for Name: responses; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.responses VALUES ('resp_83fe01a5cdb97d893c576fe16bae5dd59829b99e7fd19751', 'master', 'resp_176ef0be3f0a2ec8edd9c0acf68fbe3cbf00515a380e59ba', 1796009130852, 2111369130852, 1229, '[{"id":"msg_a42c4b987e68aeedfd4883d05446ed2f2c690c2e0bdf90bf","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"東京では？"}]}]', '{"id":"resp_83fe01a5cdb97d893c576fe16bae5dd59829b99e7fd19751","object":"response","created_at":1796009130,"status":"completed","background":false,"completed_at":1796009130,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_2f6a6b4ab59875acfad3ab7b3371c8246152ffa1f1a3283e","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":"resp_176ef0be3f0a2ec8edd9c0acf68fbe3cbf00515a380e59ba","prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');
INSERT INTO showrunner_gateway.responses VALUES ('resp_176ef0be3f0a2ec8edd9c0acf68fbe3cbf00515a380e59ba', 'master', NULL, 1796009130842, 2111455530852, 1185, '[{"id":"msg_b1b5fe008fa881b4c5399f3391b39b78fa6a9b44a7193ab5","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"Wie hoch ist der Turm?"}]}]', '{"id":"resp_176ef0be3f0a2ec8edd9c0acf68fbe3cbf00515a380e59ba","object":"response","created_at":1796009130,"status":"completed","background":false,"completed_at":1796009130,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_eae88ca2d2d999ec6d1deab20120676075d2c45ecca06eea","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":null,"prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');


--
-- Data for Name: showrunner_migrations; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0001-spend', '2026-11-30T03:25:30.578Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0002-responses', '2026-11-30T03:25:30.581Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0003-vendor-things', '2026-11-30T03:25:30.585Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0004-entities', '2026-11-30T03:25:30.621Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0006-spend-by-whom', '2026-11-30T03:25:30.656Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0007-imports', '2026-11-30T03:25:30.657Z');


--
-- Data for Name: spend_logs; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.spend_logs VALUES ('whole', 2769647283533101, 0.00020250000000000002, 21, 9, 12, 1796009130798, 1796009130807, NULL, '5254b863344db1a08ed0-000000000000', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('whole-again', 4481997313292004, 0, 21, 9, 12, 1796009130809, 1796009130810, NULL, '5254b863344db1a08ed0-000000000001', NULL, NULL, NULL, '127.0.0.1', NULL, '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('streamed', 2769647283533101, 6.25e-05, 10, 7, 3, 1796009130810, 1796009130814, 1796009130813, '5254b863344db1a08ed0-000000000002', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('streamed-again', 4481997313292004, 0, 10, 7, 3, 1796009130815, 1796009130815, NULL, '5254b863344db1a08ed0-000000000003', NULL, NULL, NULL, '127.0.0.1', NULL, '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('another-vendor', 21292298648736, 0.00020700000000000002, 21, 9, 12, 1796009130816, 1796009130819, NULL, '5254b863344db1a08ed0-000000000004', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-bbefd929-4d86-49f3-855d-d29318561a19', '{"user_agent":"node","usage_object":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":0,"text_tokens":12},"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"cache_creation_tokens":0,"text_tokens":9},"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"service_tier":"standard"}}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('many-tokens', 2769647283533101, 60000, 5000000000, 3000000000, 2000000000, 1796009130821, 1796009130824, NULL, '5254b863344db1a08ed0-000000000005', 'many', NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('without-a-price', 4333729055891151, NULL, 21, 9, 12, 1796009130825, 1796009130826, NULL, '5254b863344db1a08ed0-000000000006', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('by-a-wildcard', 4419533549845078, 6.075e-05, 21, 9, 12, 1796009130827, 1796009130829, NULL, '5254b863344db1a08ed0-000000000007', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('broken-off', 3810010247973303, 5.5e-05, 12, 10, 2, 1796009130830, 1796009130833, 1796009130832, '5254b863344db1a08ed0-000000000008', 'broken', NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node","usage_estimated":true,"error_information":{"error_code":"502","error_class":"internal_server_error","llm_provider":"openai"}}', NULL, NULL, 502);
INSERT INTO showrunner_gateway.spend_logs VALUES ('failed', 3810010247973303, 0, 0, 0, 0, 1796009130834, 1796009130838, NULL, '5254b863344db1a08ed0-000000000009', 'failed', NULL, NULL, '127.0.0.1', NULL, '{"user_agent":"node","error_information":{"error_code":"500","error_class":"internal_server_error","llm_provider":"openai"}}', NULL, NULL, 500);
INSERT INTO showrunner_gateway.spend_logs VALUES ('req_5675a0cd298418b5a91400000000000a', 4117761224612412, 0.00020700000000000002, 21, 9, 12, 1796009130839, 1796009130844, NULL, '5254b863344db1a08ed0-000000000010', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-8732b4bb-589c-4144-8503-ccff8f4bb0a0', '{"user_agent":"node","usage_object":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":0,"text_tokens":12},"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"cache_creation_tokens":0,"text_tokens":9},"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"service_tier":"standard"}}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('req_5675a0cd298418b5a91400000000000b', 4117761224612412, 0.00020700000000000002, 21, 9, 12, 1796009130845, 1796009130854, NULL, '5254b863344db1a08ed0-000000000011', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-49d6215a-fd6a-4960-8c17-3a07f0937906', '{"user_agent":"node","usage_object":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":0,"text_tokens":12},"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"cache_creation_tokens":0,"text_tokens":9},"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"service_tier":"standard"}}', NULL, NULL, NULL);


--
-- Data for Name: spend_series; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.spend_series VALUES (2769647283533101, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', 'be2f68b3fc8d87b10d0f41814b0378dfd339b117a46b1ba319171e5081901dd6', 'gpt', 'openai', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:46301/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (4481997313292004, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', 'be2f68b3fc8d87b10d0f41814b0378dfd339b117a46b1ba319171e5081901dd6', 'gpt', 'openai', 'True', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:46301/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (21292298648736, 'acompletion', 'litellm_proxy_master_key', 'claude-sonnet-4-5', '9a18fe170f16daf5c4518dfc895072f042f9b15bda90c1005ebe9494917ddcb8', 'claude', 'anthropic', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:46301');
INSERT INTO showrunner_gateway.spend_series VALUES (4333729055891151, 'acompletion', 'litellm_proxy_master_key', 'own-model', 'ebb5ce141aad48880faf021558aa1d38cdb2adac8d627129405536ac9c679900', '自前/モデル 🎬', 'openai', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:46301/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (4419533549845078, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4-mini', '45034b26d11a01c7f6f994455f33f9d12c51cc1457936bf1177a4a967c21d2f1', 'openai/*', 'openai', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:46301/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (3810010247973303, 'acompletion', 'litellm_proxy_master_key', 'gpt-5.4', 'be2f68b3fc8d87b10d0f41814b0378dfd339b117a46b1ba319171e5081901dd6', 'gpt', 'openai', 'False', 'failure', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:46301/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (4117761224612412, 'aresponses', 'litellm_proxy_master_key', 'claude-sonnet-4-5', '9a18fe170f16daf5c4518dfc895072f042f9b15bda90c1005ebe9494917ddcb8', 'claude', 'anthropic', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:46301');


--
-- Data for Name: summed_spend; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--



--
-- Data for Name: unique_aliases; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.unique_aliases VALUES ('key', '鍵', 'a34655a9-02c1-4339-a225-db99b118d8b8');


--
-- Data for Name: vendor_things; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.vendor_things VALUES ('file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2', 'file', 'master', 'files:openai', 1763856000000, 1830569130866, '{"id":"file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2","object":"file","purpose":"batch","created_at":1763856000}');
INSERT INTO showrunner_gateway.vendor_things VALUES ('batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA', 'batch', 'master', 'files:openai', 1763856000000, 1830569130872, '{"id":"batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA","object":"batch","status":"validating","created_at":1763856000}');


--
-- Name: daily_label_spend daily_label_spend_key; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.daily_label_spend
    ADD CONSTRAINT daily_label_spend_key PRIMARY KEY (day, kind, label, series_id);


--
-- Name: daily_spend daily_spend_key; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.daily_spend
    ADD CONSTRAINT daily_spend_key PRIMARY KEY (day, series_id);


--
-- Name: entities entities_key; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.entities
    ADD CONSTRAINT entities_key PRIMARY KEY (kind, id);


--
-- Name: entity_changes entity_changes_pkey; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.entity_changes
    ADD CONSTRAINT entity_changes_pkey PRIMARY KEY (id);


--
-- Name: imported_rows imported_rows_key; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.imported_rows
    ADD CONSTRAINT imported_rows_key PRIMARY KEY (source, kind, id);


--
-- Name: key_digests key_digests_pkey; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.key_digests
    ADD CONSTRAINT key_digests_pkey PRIMARY KEY (digest);


--
-- Name: purse_batches purse_batches_pkey; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.purse_batches
    ADD CONSTRAINT purse_batches_pkey PRIMARY KEY (id);


--
-- Name: purses purses_pkey; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.purses
    ADD CONSTRAINT purses_pkey PRIMARY KEY (id);


--
-- Name: responses responses_pkey; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.responses
    ADD CONSTRAINT responses_pkey PRIMARY KEY (id);


--
-- Name: showrunner_migrations showrunner_migrations_key; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.showrunner_migrations
    ADD CONSTRAINT showrunner_migrations_key PRIMARY KEY (owner, id);


--
-- Name: spend_logs spend_logs_row_id_key; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.spend_logs
    ADD CONSTRAINT spend_logs_row_id_key UNIQUE (row_id);


--
-- Name: spend_series spend_series_pkey; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.spend_series
    ADD CONSTRAINT spend_series_pkey PRIMARY KEY (id);


--
-- Name: unique_aliases unique_aliases_key; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.unique_aliases
    ADD CONSTRAINT unique_aliases_key PRIMARY KEY (kind, alias);


--
-- Name: vendor_things vendor_things_pkey; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.vendor_things
    ADD CONSTRAINT vendor_things_pkey PRIMARY KEY (id);


--
-- Name: entities_alias; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX entities_alias ON showrunner_gateway.entities USING btree (kind, alias, id);


--
-- Name: entities_budget_id; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX entities_budget_id ON showrunner_gateway.entities USING btree (kind, budget_id, id);


--
-- Name: entities_created_at; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX entities_created_at ON showrunner_gateway.entities USING btree (kind, created_at, id);


--
-- Name: entities_organization_id; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX entities_organization_id ON showrunner_gateway.entities USING btree (kind, organization_id, id);


--
-- Name: entities_team_id; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX entities_team_id ON showrunner_gateway.entities USING btree (kind, team_id, id);


--
-- Name: entities_user_id; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX entities_user_id ON showrunner_gateway.entities USING btree (kind, user_id, id);


--
-- Name: entity_changes_time; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX entity_changes_time ON showrunner_gateway.entity_changes USING btree (changed_at);


--
-- Name: key_digests_of; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX key_digests_of ON showrunner_gateway.key_digests USING btree (key_id);


--
-- Name: responses_expiry; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX responses_expiry ON showrunner_gateway.responses USING btree (expires_at, bytes);


--
-- Name: spend_logs_request; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX spend_logs_request ON showrunner_gateway.spend_logs USING btree (request_id);


--
-- Name: spend_logs_response; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX spend_logs_response ON showrunner_gateway.spend_logs USING btree (response_id);


--
-- Name: spend_logs_series; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX spend_logs_series ON showrunner_gateway.spend_logs USING btree (series_id, started_at);


--
-- Name: spend_logs_start; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX spend_logs_start ON showrunner_gateway.spend_logs USING btree (started_at);


--
-- Name: spend_series_api_key; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX spend_series_api_key ON showrunner_gateway.spend_series USING btree (api_key);


--
-- Name: spend_series_key_hash; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX spend_series_key_hash ON showrunner_gateway.spend_series USING btree (key_hash);


--
-- Name: spend_series_team_id; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX spend_series_team_id ON showrunner_gateway.spend_series USING btree (team_id);


--
-- Name: spend_series_user_id; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX spend_series_user_id ON showrunner_gateway.spend_series USING btree (user_id);


--
-- Name: unique_aliases_of; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX unique_aliases_of ON showrunner_gateway.unique_aliases USING btree (kind, id);


--
-- Name: vendor_things_expiry; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX vendor_things_expiry ON showrunner_gateway.vendor_things USING btree (expires_at);


--
-- Name: vendor_things_of; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX vendor_things_of ON showrunner_gateway.vendor_things USING btree (owner, kind, created_at, id);


--
-- Name: daily_label_spend daily_label_spend_series_id_fkey; Type: FK CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.daily_label_spend
    ADD CONSTRAINT daily_label_spend_series_id_fkey FOREIGN KEY (series_id) REFERENCES showrunner_gateway.spend_series(id);


--
-- Name: daily_spend daily_spend_series_id_fkey; Type: FK CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.daily_spend
    ADD CONSTRAINT daily_spend_series_id_fkey FOREIGN KEY (series_id) REFERENCES showrunner_gateway.spend_series(id);


--
-- Name: spend_logs spend_logs_series_id_fkey; Type: FK CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.spend_logs
    ADD CONSTRAINT spend_logs_series_id_fkey FOREIGN KEY (series_id) REFERENCES showrunner_gateway.spend_series(id);


