"""The layer over ReportLab that writes tagged, archivable PDF: PDF/UA-1 and PDF/A-2a in one file."""
