"""Briefs become a folder of pages that a site generator takes: see ``publish.site.publish``."""
