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

INSERT INTO showrunner_gateway.batch_bills VALUES ('batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA', 'litellm_proxy_master_key', 'master', 'files:openai', 'batch_1', '/v1/batches', NULL, '[]', 1796059831822, 1796063431822, 'open');


--
-- Data for Name: daily_label_spend; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.daily_label_spend VALUES (20787, 3032780428094019, 60000, 3000000000, 2000000000, 0, 0, 1, 3, 'customer', 'many');
INSERT INTO showrunner_gateway.daily_label_spend VALUES (20787, 3773520527282770, 5.5e-05, 10, 2, 0, 0, 1, 3, 'customer', 'broken');
INSERT INTO showrunner_gateway.daily_label_spend VALUES (20787, 3773520527282770, 0, 0, 0, 0, 0, 1, 3, 'customer', 'failed');


--
-- Data for Name: daily_spend; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 1813266338354323, 0, 9, 12, 0, 0, 1, 1);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 2938865334852082, 0.00020700000000000002, 9, 12, 0, 0, 1, 4);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 3032780428094019, 60000.000265, 3000000016, 2000000015, 0, 0, 3, 20);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 3385450361420524, 0, 16, 15, 0, 0, 2, 0);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 3773520527282770, 5.5e-05, 10, 2, 0, 0, 2, 7);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 3932069369735839, 0.00041400000000000003, 18, 24, 0, 0, 2, 15);
INSERT INTO showrunner_gateway.daily_spend VALUES (20787, 4485794144716399, 6.075e-05, 9, 12, 0, 0, 1, 2);


--
-- Data for Name: entities; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.entities VALUES ('user', 'jürgen', 'juergen@example.com', NULL, NULL, NULL, NULL, 1796059831842, 'default_user_id', 1796059831842, 'default_user_id', '{"metadata":{},"user_role":"internal_user"}');
INSERT INTO showrunner_gateway.entities VALUES ('team', 'blau', 'Blau', NULL, NULL, NULL, NULL, 1796059831918, 'default_user_id', 1796059831918, 'default_user_id', '{"max_budget":100,"metadata":{}}');
INSERT INTO showrunner_gateway.entities VALUES ('member', 'blau:j%C3%BCrgen', NULL, 'blau', 'jürgen', NULL, NULL, 1796059831922, 'default_user_id', 1796059831922, 'default_user_id', '{"role":"user","metadata":{}}');
INSERT INTO showrunner_gateway.entities VALUES ('key', '2845a84c-215f-4420-8b3f-5a734fc0dc99', '鍵', 'blau', 'jürgen', NULL, NULL, 1796059832334, 'default_user_id', 1796059832334, 'default_user_id', '{"max_budget":10,"rpm_limit":100,"models":["now","gpt"],"metadata":{},"key_name":"sk-...sion"}');


--
-- Data for Name: entity_changes; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.entity_changes VALUES ('e53e30c6-690e-4742-8c45-7493df9c6ac0', 'user', 'jürgen', 1796059831843);
INSERT INTO showrunner_gateway.entity_changes VALUES ('56da2b13-777d-4c21-a205-d60adce63fb2', 'team', 'blau', 1796059831920);
INSERT INTO showrunner_gateway.entity_changes VALUES ('dfcde6f3-ce44-4808-b7a7-e3ffccb31d67', 'member', 'blau:j%C3%BCrgen', 1796059832110);
INSERT INTO showrunner_gateway.entity_changes VALUES ('b467a6fa-8aa6-4ca1-93bb-ff34a54b93ad', 'key', '2845a84c-215f-4420-8b3f-5a734fc0dc99', 1796059832338);


--
-- Data for Name: imported_rows; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--



--
-- Data for Name: key_digests; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.key_digests VALUES ('2a2f6120b6145165bc448c71910e85d95e8dcbbc62aee40f9e7d350501d7869f', '2845a84c-215f-4420-8b3f-5a734fc0dc99', NULL);


--
-- Data for Name: purse_batches; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.purse_batches VALUES ('ccf2a652-ea5e-424b-aa41-b7a491245ef3', 1796059831847);


--
-- Data for Name: purses; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.purses VALUES ('customer:broken', 5.5e-05, 5.5e-05, NULL, 0);
INSERT INTO showrunner_gateway.purses VALUES ('customer:many', 60000, 60000, NULL, 0);
INSERT INTO showrunner_gateway.purses VALUES ('key:2845a84c-215f-4420-8b3f-5a734fc0dc99', 5, 5, NULL, 1);


--
-- Data for Name: responses; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.responses VALUES ('resp_436f78b46b5c273829a9d288c626a8692aac0a287f29cb74', 'master', 'resp_006d9552aa9671f7078fd32d039f05e19dc5d6f4e5154832', 1796059831779, 2111419831779, 1229, '[{"id":"msg_74985725a0520dab5038c19f8c62f6edd1c4d07702a083c3","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"東京では？"}]}]', '{"id":"resp_436f78b46b5c273829a9d288c626a8692aac0a287f29cb74","object":"response","created_at":1796059831,"status":"completed","background":false,"completed_at":1796059831,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_b4fc6133049e0ee0abec20e2938b6af97bc74f9c6efcfaba","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":"resp_006d9552aa9671f7078fd32d039f05e19dc5d6f4e5154832","prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');
INSERT INTO showrunner_gateway.responses VALUES ('resp_006d9552aa9671f7078fd32d039f05e19dc5d6f4e5154832', 'master', NULL, 1796059831768, 2111506231779, 1185, '[{"id":"msg_6a612261ce3fa2d8afb62d4e5087f28a5d870526c9a76610","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"Wie hoch ist der Turm?"}]}]', '{"id":"resp_006d9552aa9671f7078fd32d039f05e19dc5d6f4e5154832","object":"response","created_at":1796059831,"status":"completed","background":false,"completed_at":1796059831,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"claude","output":[{"id":"msg_443ed2a0b2f5d9b47c00c974cd4ec485eeaf8c098b19b12e","type":"message","status":"completed","content":[{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}],"role":"assistant"}],"parallel_tool_calls":true,"previous_response_id":null,"prompt_cache_key":null,"reasoning":{"effort":null,"summary":null},"safety_identifier":null,"service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1,"truncation":"disabled","usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":0},"output_tokens":12,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":21},"user":null,"metadata":{}}');


--
-- Data for Name: showrunner_migrations; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0001-spend', '2026-11-30T17:30:30.698Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0002-responses', '2026-11-30T17:30:30.726Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0003-vendor-things', '2026-11-30T17:30:30.747Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0004-entities', '2026-11-30T17:30:30.840Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0006-spend-by-whom', '2026-11-30T17:30:30.873Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0007-imports', '2026-11-30T17:30:30.879Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0009-batch-bills', '2026-11-30T17:30:30.891Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0011-spend-in-sequence', '2026-11-30T17:30:30.891Z');
INSERT INTO showrunner_gateway.showrunner_migrations VALUES ('gateway', '0013-purses-by-name', '2026-11-30T17:30:30.894Z');


--
-- Data for Name: spend_logs; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.spend_logs VALUES ('whole', 3032780428094019, 0.00020250000000000002, 21, 9, 12, 1796059831713, 1796059831725, NULL, '56c26fae6fadcfa7cc09-000000000000', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('whole-again', 3385450361420524, 0, 21, 9, 12, 1796059831728, 1796059831728, NULL, '56c26fae6fadcfa7cc09-000000000001', NULL, NULL, NULL, '127.0.0.1', NULL, '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('streamed', 3032780428094019, 6.25e-05, 10, 7, 3, 1796059831730, 1796059831734, 1796059831734, '56c26fae6fadcfa7cc09-000000000002', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('streamed-again', 3385450361420524, 0, 10, 7, 3, 1796059831736, 1796059831736, NULL, '56c26fae6fadcfa7cc09-000000000003', NULL, NULL, NULL, '127.0.0.1', NULL, '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('another-vendor', 2938865334852082, 0.00020700000000000002, 21, 9, 12, 1796059831737, 1796059831741, NULL, '56c26fae6fadcfa7cc09-000000000004', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-1331c5ff-cfbe-41a7-8c3d-8dfc9b5b95c1', '{"user_agent":"node","usage_object":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":0,"text_tokens":12},"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"cache_creation_tokens":0,"text_tokens":9},"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"service_tier":"standard"}}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('many-tokens', 3032780428094019, 60000, 5000000000, 3000000000, 2000000000, 1796059831744, 1796059831748, NULL, '56c26fae6fadcfa7cc09-000000000005', 'many', NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('without-a-price', 1813266338354323, NULL, 21, 9, 12, 1796059831749, 1796059831750, NULL, '56c26fae6fadcfa7cc09-000000000006', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('by-a-wildcard', 4485794144716399, 6.075e-05, 21, 9, 12, 1796059831751, 1796059831753, NULL, '56c26fae6fadcfa7cc09-000000000007', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node"}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('broken-off', 3773520527282770, 5.5e-05, 12, 10, 2, 1796059831753, 1796059831756, 1796059831755, '56c26fae6fadcfa7cc09-000000000008', 'broken', NULL, NULL, '127.0.0.1', 'chatcmpl-test', '{"user_agent":"node","usage_estimated":true,"error_information":{"error_code":"502","error_class":"internal_server_error","llm_provider":"openai"}}', NULL, NULL, 502);
INSERT INTO showrunner_gateway.spend_logs VALUES ('failed', 3773520527282770, 0, 0, 0, 0, 1796059831759, 1796059831763, NULL, '56c26fae6fadcfa7cc09-000000000009', 'failed', NULL, NULL, '127.0.0.1', NULL, '{"user_agent":"node","error_information":{"error_code":"500","error_class":"internal_server_error","llm_provider":"openai"}}', NULL, NULL, 500);
INSERT INTO showrunner_gateway.spend_logs VALUES ('req_d8d8ebd5ac58f42a500600000000000a', 3932069369735839, 0.00020700000000000002, 21, 9, 12, 1796059831764, 1796059831770, NULL, '56c26fae6fadcfa7cc09-000000000010', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-c68b51c3-13d6-4f6f-9334-4693983a4ddb', '{"user_agent":"node","usage_object":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":0,"text_tokens":12},"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"cache_creation_tokens":0,"text_tokens":9},"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"service_tier":"standard"}}', NULL, NULL, NULL);
INSERT INTO showrunner_gateway.spend_logs VALUES ('req_d8d8ebd5ac58f42a500600000000000b', 3932069369735839, 0.00020700000000000002, 21, 9, 12, 1796059831772, 1796059831781, NULL, '56c26fae6fadcfa7cc09-000000000011', NULL, NULL, NULL, '127.0.0.1', 'chatcmpl-c129efa7-8175-4d5f-a22e-dde2338abc2a', '{"user_agent":"node","usage_object":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":0,"text_tokens":12},"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"cache_creation_tokens":0,"text_tokens":9},"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"service_tier":"standard"}}', NULL, NULL, NULL);


--
-- Data for Name: spend_series; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.spend_series VALUES (3032780428094019, 'acompletion', 'litellm_proxy_master_key', 'openai/gpt-5.4', 'c85f0ae5831e3328c9fb02de1feab83b7b2eb3c52f167d59345bcdf7852058d7', 'gpt', 'openai', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:44637/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (3385450361420524, 'acompletion', 'litellm_proxy_master_key', 'openai/gpt-5.4', 'c85f0ae5831e3328c9fb02de1feab83b7b2eb3c52f167d59345bcdf7852058d7', 'gpt', 'openai', 'True', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:44637/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (2938865334852082, 'acompletion', 'litellm_proxy_master_key', 'anthropic/claude-sonnet-4-5', '9ceecaeabbd4f713b2d6e303b86a95e9bbad4a94caedc322b07b5896874e2609', 'claude', 'anthropic', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:44637');
INSERT INTO showrunner_gateway.spend_series VALUES (1813266338354323, 'acompletion', 'litellm_proxy_master_key', 'openai/own-model', '707b9d5d8e39324fe7381ffebffb10b216d37bfec0bb705d46662b8951603926', '自前/モデル 🎬', 'openai', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:44637/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (4485794144716399, 'acompletion', 'litellm_proxy_master_key', 'openai/gpt-5.4-mini', '8f850bae175cdc093e112d175763751e55f0e0e6b52a1e6dfc01b4ac47abc14c', 'openai/*', 'openai', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:44637/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (3773520527282770, 'acompletion', 'litellm_proxy_master_key', 'openai/gpt-5.4', 'c85f0ae5831e3328c9fb02de1feab83b7b2eb3c52f167d59345bcdf7852058d7', 'gpt', 'openai', 'False', 'failure', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:44637/v1');
INSERT INTO showrunner_gateway.spend_series VALUES (3932069369735839, 'aresponses', 'litellm_proxy_master_key', 'anthropic/claude-sonnet-4-5', '9ceecaeabbd4f713b2d6e303b86a95e9bbad4a94caedc322b07b5896874e2609', 'claude', 'anthropic', 'False', 'success', 'litellm_proxy_master_key', '', '', '', 'default_user_id', '', 'http://127.0.0.1:44637');


--
-- Data for Name: summed_spend; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--



--
-- Data for Name: unique_aliases; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.unique_aliases VALUES ('key', '鍵', '2845a84c-215f-4420-8b3f-5a734fc0dc99');


--
-- Data for Name: vendor_things; Type: TABLE DATA; Schema: showrunner_gateway; Owner: -
--

INSERT INTO showrunner_gateway.vendor_things VALUES ('file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2', 'file', 'master', 'files:openai', 1763856000000, 1830619831795, '{"id":"file-NUVwlEo6w2TtTuVxQIYT__Wtw7-H1KiddJ-fxVfXDzVMyTe1SFWjKdj8XZrgpfWtKsfjvCa2","object":"file","purpose":"batch","created_at":1763856000}');
INSERT INTO showrunner_gateway.vendor_things VALUES ('batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA', 'batch', 'master', 'files:openai', 1763856000000, 1830619831817, '{"id":"batch_vVzmEyLzkj-29WLDvQcVL5YuAAkfI2-lBquzIGtUJbp2bpJtPL0mgDm7VWs4uwvnzeC1rIfvLA","object":"batch","status":"validating","created_at":1763856000}');


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


