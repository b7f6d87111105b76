"""The site as a WSGI application, for the web server."""

import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lles.site.settings")
sys.setswitchinterval(0.05)  # seconds: a page is made in less, so none waits for the halves of others
application = get_wsgi_application()
