@echo off
rem Starts Ladera on the first JDK 25 or newer that is found. LADERA_JAVA_HOME chooses one.
rem LADERA_OPTS: further options of the Java machine, for example -Dprism.order=sw for a bad graphics card.
setlocal EnableExtensions
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"
set "JAVA_EXE="
rem Java takes "!\" in the name of a folder for the end of a jar's name.
set "WITHOUT=%HOME_DIR%\"
if not "%WITHOUT:!\=%"=="%WITHOUT%" (
  echo ladera: Java cannot start a program from a folder whose name ends in "!": rename "%HOME_DIR%". 1>&2
  exit /b 1
)

if defined LADERA_JAVA_HOME (
  call :try "%LADERA_JAVA_HOME%"
  if not defined JAVA_EXE (
    echo ladera: LADERA_JAVA_HOME=%LADERA_JAVA_HOME% is not a JDK 25 or newer. 1>&2
    exit /b 1
  )
)
call :try "%HOME_DIR%\runtime"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do for %%K in ("%%~dpJ..") do call :try "%%~fK"
for %%P in ("%ProgramFiles%" "%LOCALAPPDATA%\Programs") do (
  for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "BellSoft" "Amazon Corretto" "OpenJDK") do (
    for /d %%D in ("%%~P\%%~V\*") do call :try "%%~fD"
  )
)
for /d %%D in ("%USERPROFILE%\.jdks\*") do call :try "%%~fD"
for /d %%D in ("%USERPROFILE%\scoop\apps\*jdk*") do call :try "%%~fD\current"

if not defined JAVA_EXE (
  echo ladera: no JDK 25 or newer found; install one ^(https://adoptium.net^) or set LADERA_JAVA_HOME to its folder. 1>&2
  exit /b 1
)
rem A program that was moved must not use the cache: Java ends without a word when the jars it names are gone.
set "CACHE="
set "PLACE="
set "AOT=%HOME_DIR%\lib\ladera.aot"
if "%~1"=="render" set "AOT=%HOME_DIR%\lib\render.aot"
if exist "%AOT%" set /p PLACE=<"%HOME_DIR%\lib\ladera.aot.place"
if "%PLACE%"=="%HOME_DIR%" set CACHE=-XX:AOTCache="%AOT%" -Xlog:disable
rem These are over before the optimising compiler has earned what it costs, some before the cache has.
for %%C in (--help -h --version -V list answer data explain new share) do if "%~1"=="%%C" set "LADERA_OPTS=-XX:TieredStopAtLevel=1 %LADERA_OPTS%"
for %%C in (--help -h --version -V list) do if "%~1"=="%%C" set "CACHE="
"%JAVA_EXE%" "@%HOME_DIR%\lib\ladera.options" -Dladera.lessons="%HOME_DIR%\lessons" %LADERA_OPTS% %CACHE% -jar "%HOME_DIR%\lib\ladera.jar" %*
exit /b %ERRORLEVEL%

rem The release file of a JDK tells its version without starting it: JAVA_VERSION="25.0.3"
:try
if defined JAVA_EXE exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%L in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=. tokens=1" %%M in ("%%~L") do if %%~M GEQ 25 set "JAVA_EXE=%~1\bin\java.exe"
)
exit /b 0
