"""What words mean on any form or list: labels, amounts, periods, organisations. No field is decided here."""
