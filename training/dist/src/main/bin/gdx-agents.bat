@echo off
rem Trains, evaluates and inspects: gdx-agents --help
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -cp "%~dp0..\lib\*" -Dtrain.script=true io.github.gdxagents.training.cli.Launcher %*
exit /b %ERRORLEVEL%
