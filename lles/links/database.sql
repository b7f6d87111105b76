-- What each database of Lles needs. Run by a superuser in the database itself, once; running it again changes nothing.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO lles_app, lles_locations;
-- A table the migrations make is readable and writable for the application; a migration takes back what it must not have.
ALTER DEFAULT PRIVILEGES FOR ROLE lles_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO lles_app;
ALTER DEFAULT PRIVILEGES FOR ROLE lles_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO lles_app;
