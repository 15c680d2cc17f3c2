"""Owns how Alembic runs here: on the connection it is given, in the transaction that is open."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=False)
context.run_migrations()
