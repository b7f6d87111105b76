-- The four roles of the database. Run by a superuser, once for a server; running it again changes nothing.
-- lles_owner owns the tables and runs the migrations; lles_app is what every page and job works as: it has no DDL;
-- lles_locations is reached only by SET ROLE, so that an ordinary statement of the application cannot read where people live.
DO $roles$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lles_owner') THEN
        CREATE ROLE lles_owner LOGIN CREATEDB;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lles_app') THEN
        CREATE ROLE lles_app LOGIN NOINHERIT;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lles_locations') THEN
        CREATE ROLE lles_locations NOLOGIN;
    END IF;
    IF NOT pg_has_role('lles_app', 'lles_locations', 'MEMBER') THEN
        GRANT lles_locations TO lles_app;  -- lles_app does not inherit: the grant lets it SET ROLE and nothing more
    END IF;
    IF NOT pg_has_role('lles_owner', 'lles_locations', 'MEMBER') THEN
        GRANT lles_locations TO lles_owner;
    END IF;
END
$roles$;
