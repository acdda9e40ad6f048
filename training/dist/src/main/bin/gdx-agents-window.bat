@echo off
rem Plays games and shows trained agents: gdx-agents-window --help
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -cp "%~dp0..\lib\*" io.github.gdxagents.desktop.DesktopLauncher %*
exit /b %ERRORLEVEL%
