@echo off
rem Starts Reelsense. Builds it on first use.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\reelsense.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
where /q "%JAVA%" 2>nul || "%JAVA%" -version >nul 2>&1 || (
  echo reelsense: Java is missing; install a JDK, version 17 or later, or set JAVA_HOME 1>&2
  exit /b 3
)
if not exist "%HOME_DIR%target\lib\.complete" (
  where /q mvn || (
    echo reelsense: Maven is missing; install Maven 3.8 or later to build Reelsense once 1>&2
    exit /b 3
  )
  echo reelsense: building, once ... 1>&2
  pushd "%HOME_DIR%"
  call mvn -B -q -DskipTests -Dstrict.skip package 1>&2 || (
    popd
    echo reelsense: the build failed 1>&2
    exit /b 3
  )
  popd
  type nul > "%HOME_DIR%target\lib\.complete"
)
set OMP_NUM_THREADS=1
if not defined REELSENSE_JAVA_OPTS set REELSENSE_JAVA_OPTS=-Xmx2g
"%JAVA%" %REELSENSE_JAVA_OPTS% "-Dreelsense.home=%HOME_DIR%." -Dorg.bytedeco.javacpp.logger=slf4j -jar "%JAR%" %*
exit /b %ERRORLEVEL%
