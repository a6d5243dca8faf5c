export { contentServer, type ContentServerOptions } from './content-server.ts';
export { OpenCalls } from './open-calls.ts';
export { createMcpHandler, type McpHttpHandler } from '@modelcontextprotocol/server';
export { serveStdio, type StdioServerHandle } from '@modelcontextprotocol/server/stdio';
