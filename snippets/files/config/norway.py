import yaml

TEXT = """\
country: no
version: 3.10
opens: 22:30
mode: 0644
on: true
"""
print(yaml.safe_load(TEXT))

data = {"country": "no", "version": "3.10", "opens": "22:30"}
text = yaml.safe_dump(data)
print(text, end="")
print("same:", yaml.safe_load(text) == data)
