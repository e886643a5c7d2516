@echo off
rem Starts Reelsense. Builds it on first use, and again when a source file is newer than the build.
rem What the flags are for is said in the launcher for other systems, beside this one.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\reelsense.jar"
set "STAMP=%HOME_DIR%target\lib\.complete"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1 || (
  echo reelsense: Java is missing; install a JDK, version 17 or later, or set JAVA_HOME 1>&2
  exit /b 3
)

set BUILD=
if not exist "%STAMP%" set BUILD=yes
if not exist "%JAR%" set BUILD=yes
if not defined BUILD for /f %%n in ('powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:STAMP).LastWriteTime; Get-ChildItem -Recurse -File -LiteralPath ($env:HOME_DIR + 'pom.xml'), ($env:HOME_DIR + 'src\main') | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1 | ForEach-Object { 'newer' }"') do set BUILD=yes
if not defined BUILD goto start

where /q mvn || (
  echo reelsense: Maven is missing; install Maven 3.8 or later to build Reelsense once 1>&2
  exit /b 3
)
rem A folder is made by one process only, so it is the lock. There is no telling here whether its maker still runs.
if not exist "%HOME_DIR%target" mkdir "%HOME_DIR%target"
mkdir "%HOME_DIR%target\.building.lock" 2>nul || (
  echo reelsense: another process is building; try again when it is done, or delete "%HOME_DIR%target\.building.lock" 1>&2
  exit /b 3
)
echo reelsense: building, for the first use or because sources changed ... 1>&2
rem From the start of the build, so that a file saved during it counts as newer.
type nul > "%HOME_DIR%target\.building"
pushd "%HOME_DIR%"
call mvn -B -q -DskipTests -Dstrict.skip package 1>&2
set FAILED=%ERRORLEVEL%
popd
rmdir "%HOME_DIR%target\.building.lock"
if not "%FAILED%"=="0" (
  echo reelsense: the build failed 1>&2
  exit /b 3
)
del /q "%HOME_DIR%target\classes-*.jsa" 2>nul
move /y "%HOME_DIR%target\.building" "%STAMP%" >nul

:start
set OMP_NUM_THREADS=1
if defined REELSENSE_JAVA_OPTS goto run
set "REELSENSE_JAVA_OPTS=-XX:+UseSerialGC -Xmx768m"
for %%c in (experiment train embed forecast dataset evaluate) do if "%~1"=="%%c" set "REELSENSE_JAVA_OPTS=-Xmx2g"

:run
"%JAVA%" %REELSENSE_JAVA_OPTS% "-Djdk.serialFilter=!*" "-Dreelsense.home=%HOME_DIR%." -Dorg.bytedeco.javacpp.logger=slf4j -jar "%JAR%" %*
exit /b %ERRORLEVEL%
