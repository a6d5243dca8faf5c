@echo off
node "%~dp0runtime\bootstrap.mjs" %*
