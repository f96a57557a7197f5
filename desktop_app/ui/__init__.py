"""The only room that may import Qt."""

from desktop_app.ui.unread_sources import leave_sources_unread

leave_sources_unread()
