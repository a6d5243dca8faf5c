--
-- Name: showrunner_gateway; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA showrunner_gateway;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: batch_bills; Type: TABLE; Schema: showrunner_gateway; Owner: -
--

CREATE TABLE showrunner_gateway.batch_bills (
    id text NOT NULL,
    key_id text NOT NULL,
    owner text NOT NULL,
    keeper text NOT NULL,
    vendor_id text NOT NULL,
    route text NOT NULL,
    customer text,
    tags text NOT NULL,
    created_at bigint NOT NULL,
    due_at bigint NOT NULL,
    state text NOT NULL
);


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
-- Data for Name: batch_bills; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.batch_bills VALUES ('batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA', 'litellm_proxy_master_key', 'master', 'files:openai', 'batch_1', '/v1/batches', NULL, '[]', 1796034992077, 1796038592077, 'open');


--
-- Data for Name: daily_label_spend; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.daily_label_spend VALUES (20787, 264341578297688, 5.5e-05, 10, 2, 0, 0, 1, 102, 'customer', 'broken');
INSERT INTO showrunner_gateway.daily_label_spend VALUES (20787, 264341578297688, 0, 0, 0, 0, 0, 1, 3, 'customer', 'failed');
INSERT INTO showrunner_gateway.daily_label_spend VALUES (20787, 78573120212979, 60000, 3000000000, 2000000000, 0, 0, 1, 20, 'customer', 'many');


--
-- Data for Name: daily_spend; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 78573120212979, 60000.000265, 3000000016, 2000000015, 0, 0, 3, 49);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 264341578297688, 5.5e-05, 10, 2, 0, 0, 2, 106);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 457423865972481, 6.075e-05, 9, 12, 0, 0, 1, 3);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 2481219478702685, 0, 16, 15, 0, 0, 2, 2);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 2491827218857426, 0.00020700000000000002, 9, 12, 0, 0, 1, 5);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 3128726622293744, 0, 9, 12, 0, 0, 1, 3);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 1574658793706832, 0.00041400000000000003, 18, 24, 0, 0, 2, 140);


--
-- Data for Name: entities; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.entities VALUES ('user', 'jürgen', 'juergen@example.com', NULL, NULL, NULL, NULL, 1796034992082, 'default_user_id', 1796034992082, 'default_user_id', '{"metadata":{},"user_role":"internal_user"}');
INSERT INTO showrunner_gateway.entities VALUES ('team', 'blau', 'Blau', NULL, NULL, NULL, NULL, 1796034992123, 'default_user_id', 1796034992123, 'default_user_id', '{"max_budget":100,"metadata":{}}');
INSERT INTO showrunner_gateway.entities VALUES ('member', 'blau:j%C3%BCrgen', NULL, 'blau', 'jürgen', NULL, NULL, 1796034992137, 'default_user_id', 1796034992137, 'default_user_id', '{"role":"user","metadata":{}}');
INSERT INTO showrunner_gateway.entities VALUES ('key', '61cd7421-a629-45d5-b232-616434b59e36', '鍵', 'blau', 'jürgen', NULL, NULL, 1796034992196, 'default_user_id', 1796034992196, 'default_user_id', '{"max_budget":10,"rpm_limit":100,"models":["now","gpt"],"metadata":{},"key_name":"sk-...sion"}');


--
-- Data for Name: entity_changes; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.entity_changes VALUES ('6d71f948-ecc6-45ac-877c-0d76808720e5', 'user', 'jürgen', 1796034992083);
INSERT INTO showrunner_gateway.entity_changes VALUES ('f2d12d8b-e064-48f7-afa7-d3836a05fa32', 'team', 'blau', 1796034992126);
INSERT INTO showrunner_gateway.entity_changes VALUES ('01cc3f62-9307-4ba5-baa4-52286f9766e5', 'member', 'blau:j%C3%BCrgen', 1796034992141);
INSERT INTO showrunner_gateway.entity_changes VALUES ('b1ef6bd6-35ea-45e8-831d-71aaa3955b56', 'key', '61cd7421-a629-45d5-b232-616434b59e36', 1796034992198);


--
-- Data for Name: imported_rows; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--



--
-- Data for Name: key_digests; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.key_digests VALUES ('2a2f6120b6145165bc448c71910e85d95e8dcbbc62aee40f9e7d350501d7869f', '61cd7421-a629-45d5-b232-616434b59e36', NULL);


--
-- Data for Name: purse_batches; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.purse_batches VALUES ('c1097718-8bfc-4aad-aa69-747844728aab', 1796034992087);


--
-- Data for Name: purses; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.purses VALUES ('customer:broken', 5.5e-05, 5.5e-05, NULL, 0);
INSERT INTO showrunner_gateway.purses VALUES ('customer:many', 60000, 60000, NULL, 0);
INSERT INTO showrunner_gateway.purses VALUES ('key:61cd7421-a629-45d5-b232-616434b59e36', 5, 5, NULL, 1);


--
-- Data for Name: responses; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.responses VALUES ('resp_463db2183629f9cad6687d72ea5312b7604ef7888c45f9b6', 'master', 'resp_cebe6b4b5f9f73803d0c83a41d95c273ca5961e9d7471e37', 1796034992047, 2111394992047, 1229, '[{"id":"msg_a7a148a1378951f34494622b4c9fff4f1d80113b31618af9","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"東京では？"}]}]', '{"id":"resp_463db2183629f9cad6687d72ea5312b7604ef7888c45f9b6","object":"response","created_at":1796034992,"status":"completed","background":false,"completed_at":1796034992,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_2a8a286c0b021b0f1054b6ba695d03da8786df4e19b7d874","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":"resp_cebe6b4b5f9f73803d0c83a41d95c273ca5961e9d7471e37","prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');
INSERT INTO showrunner_gateway.responses VALUES ('resp_cebe6b4b5f9f73803d0c83a41d95c273ca5961e9d7471e37', 'master', NULL, 1796034991918, 2111481392047, 1185, '[{"id":"msg_4f2bb454b7a40242c9d23eb5d0c7cb7ff1e6bad253e96d8d","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"Wie hoch ist der Turm?"}]}]', '{"id":"resp_cebe6b4b5f9f73803d0c83a41d95c273ca5961e9d7471e37","object":"response","created_at":1796034991,"status":"completed","background":false,"completed_at":1796034991,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_8f21da02c5383ecf899cb4682140483752c71d659781a644","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":null,"prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');


--
-- Data for Name: showrunner_migrations; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0001-spend', '2026-11-30T10:36:30.942Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0002-responses', '2026-11-30T10:36:30.944Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0003-vendor-things', '2026-11-30T10:36:30.947Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0004-entities', '2026-11-30T10:36:30.963Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0006-spend-by-whom', '2026-11-30T10:36:30.982Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0007-imports', '2026-11-30T10:36:30.984Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0009-batch-bills', '2026-11-30T10:36:30.987Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0011-spend-in-sequence', '2026-11-30T10:36:30.988Z');


--
-- Data for Name: spend_logs; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.spend_logs VALUES ('whole', 78573120212979, 0.00020250000000000002, 21, 9, 12, 1796034991600, 1796034991624, NULL, '90c5869bd1d34089348d-000000000000', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('whole-again', 2481219478702685, 0, 21, 9, 12, 1796034991649, 1796034991650, NULL, '90c5869bd1d34089348d-000000000001', NULL, NULL, NULL, '127.0.0.1', NULL, '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('streamed', 78573120212979, 6.25e-05, 10, 7, 3, 1796034991652, 1796034991657, 1796034991656, '90c5869bd1d34089348d-000000000002', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('streamed-again', 2481219478702685, 0, 10, 7, 3, 1796034991658, 1796034991659, NULL, '90c5869bd1d34089348d-000000000003', NULL, NULL, NULL, '127.0.0.1', NULL, '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('another-vendor', 2491827218857426, 0.00020700000000000002, 21, 9, 12, 1796034991660, 1796034991665, NULL, '90c5869bd1d34089348d-000000000004', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-d3b5f3a0-0bda-420b-a622-1d2e5fe38084', '{"user_agent":"node","usage_object":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":0,"text_tokens":12},"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"cache_creation_tokens":0,"text_tokens":9},"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"service_tier":"standard"}}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('many-tokens', 78573120212979, 60000, 5000000000, 3000000000, 2000000000, 1796034991669, 1796034991689, NULL, '90c5869bd1d34089348d-000000000005', 'many', NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('without-a-price', 3128726622293744, NULL, 21, 9, 12, 1796034991691, 1796034991694, NULL, '90c5869bd1d34089348d-000000000006', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('by-a-wildcard', 457423865972481, 6.075e-05, 21, 9, 12, 1796034991697, 1796034991700, NULL, '90c5869bd1d34089348d-000000000007', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('broken-off', 264341578297688, 5.5e-05, 12, 10, 2, 1796034991705, 1796034991807, 1796034991800, '90c5869bd1d34089348d-000000000008', 'broken', NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node","usage_estimated":true,"error_information":{"error_code":"502","error_class":"internal_server_error","llm_provider":"openai"}}', NULL, NULL, 502);
INSERT INTO showrunner_gateway.spend_logs VALUES ('failed', 264341578297688, 0, 0, 0, 0, 1796034991816, 1796034991820, NULL, '90c5869bd1d34089348d-000000000009', 'failed', NULL, NULL, '127.0.0.1', NULL, '{"user_agent":"node","error_information":{"error_code":"500","error_class":"internal_server_error","llm_provider":"openai"}}', NULL, NULL, 500);
INSERT INTO showrunner_gateway.spend_logs VALUES ('req_1b85e3c7c3a5c354809400000000000a', 1574658793706832, 0.00020700000000000002, 21, 9, 12, 1796034991822, 1796034991943, NULL, '90c5869bd1d34089348d-000000000010', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-5ab9a36a-6412-4c13-9f80-bc9d8f6ac318', '{"user_agent":"node","usage_object":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":0,"text_tokens":12},"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"cache_creation_tokens":0,"text_tokens":9},"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"service_tier":"standard"}}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('req_1b85e3c7c3a5c354809400000000000b', 1574658793706832, 0.00020700000000000002, 21, 9, 12, 1796034992031, 1796034992050, NULL, '90c5869bd1d34089348d-000000000011', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-77aad41f-1ceb-48f1-b8f7-b951ab7ecffe', '{"user_agent":"node","usage_object":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":0,"text_tokens":12},"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"cache_creation_tokens":0,"text_tokens":9},"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"service_tier":"standard"}}', NULL, NULL, NULL);


--
-- Data for Name: spend_series; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.spend_series VALUES (78573120212979, 'acompletion', 'litellm_proxy_master_key', 'openai/gpt-5.4', '13cdfed909c6f70e5715354e813f0c6ddfe3764cfd432cd02ad52879a4676504', 'gpt', 'openai', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:41487/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (2481219478702685, 'acompletion', 'litellm_proxy_master_key', 'openai/gpt-5.4', '13cdfed909c6f70e5715354e813f0c6ddfe3764cfd432cd02ad52879a4676504', 'gpt', 'openai', 'True', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:41487/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (2491827218857426, 'acompletion', 'litellm_proxy_master_key', 'anthropic/claude-sonnet-4-5', 'f2b0b046f0dd4e8352bb39cf9f1bc23daef0af240f034cddb47034b77699880c', 'claude', 'anthropic', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:41487');
INSERT INTO showrunner_gateway.spend_series VALUES (3128726622293744, 'acompletion', 'litellm_proxy_master_key', 'openai/own-model', '9e068af708893c336cf4bd85bc65f1c1b591948d7908a1f026ad67f90eb7fbde', '自前/モデル 🎬', 'openai', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:41487/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (457423865972481, 'acompletion', 'litellm_proxy_master_key', 'openai/gpt-5.4-mini', 'b288fdf0256ad0aaecacd918decd686b01d0224dfe7bd1a22698c27b1ee62da5', 'openai/*', 'openai', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:41487/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (264341578297688, 'acompletion', 'litellm_proxy_master_key', 'openai/gpt-5.4', '13cdfed909c6f70e5715354e813f0c6ddfe3764cfd432cd02ad52879a4676504', 'gpt', 'openai', 'False', 'failure', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:41487/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (1574658793706832, 'aresponses', 'litellm_proxy_master_key', 'anthropic/claude-sonnet-4-5', 'f2b0b046f0dd4e8352bb39cf9f1bc23daef0af240f034cddb47034b77699880c', 'claude', 'anthropic', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:41487');


--
-- Data for Name: summed_spend; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--



--
-- Data for Name: unique_aliases; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.unique_aliases VALUES ('key', '鍵', '61cd7421-a629-45d5-b232-616434b59e36');


--
-- Data for Name: vendor_things; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.vendor_things VALUES ('file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2', 'file', 'master', 'files:openai', 1763856000000, 1830594992066, '{"id":"file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2","object":"file","purpose":"batch","created_at":1763856000}');
INSERT INTO showrunner_gateway.vendor_things VALUES ('batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA', 'batch', 'master', 'files:openai', 1763856000000, 1830594992076, '{"id":"batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA","object":"batch","status":"validating","created_at":1763856000}');


--
-- Name: batch_bills batch_bills_pkey; Type: CONSTRAINT; Schema: showrunner_gateway; Owner: -
--

ALTER TABLE ONLY showrunner_gateway.batch_bills
    ADD CONSTRAINT batch_bills_pkey PRIMARY KEY (id);


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
-- Name: batch_bills_due; Type: INDEX; Schema: showrunner_gateway; Owner: -
--

CREATE INDEX batch_bills_due ON showrunner_gateway.batch_bills USING btree (state, due_at);


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


